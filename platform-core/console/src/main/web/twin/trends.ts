import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../chart/trend';
import type { TwinFeed } from '../api/feed';
import type { PackView } from '../api/views';
import { Element } from '../base/element';
import { replaceQuery } from '../base/router';
import { numeric } from '../format/sample';
import { t } from '../text/text';
import type { LineSpec } from '../chart/line';
import type { SeriesSpec } from '../widget/view';
import { linesOf } from '../widget/trend-widget';

const MOST = 8;

/** Any points of the twin over time; what is chosen is in the address. */
@customElement('g-trends')
export class Trends extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) views: PackView[] = [];
  @state() private chosen?: string[];

  /** What the address says, else what the first view of the pack shows, else the first measured value. */
  private get points(): string[] {
    if (this.chosen) {
      return this.chosen;
    }
    const asked =
      this.query
        .get('points')
        ?.split(',')
        .filter(name => this.feed.point(name)) ?? [];
    const shown = this.series.filter(series => !series.part && this.feed.point(series.point)).map(series => series.point);
    const measured = (this.feed.twin?.model?.points ?? [])
      .filter(point => point.role === 'MEASURED' && numeric(this.feed.sample(point.name)) !== undefined)
      .slice(0, 1)
      .map(point => point.name);
    return [...new Set(asked.length ? asked : shown.length ? shown : measured)].slice(0, MOST);
  }

  private get series(): SeriesSpec[] {
    return this.views.flatMap(view => view.view.widgets).find(widget => widget.type === 'trend')?.series ?? [];
  }

  private toggle(point: string): void {
    const points = this.points;
    this.chosen = points.includes(point) ? points.filter(each => each !== point) : [...points, point].slice(-MOST);
    replaceQuery({ points: this.chosen.join(',') });
  }

  private get lines(): LineSpec[] {
    const known = new Map(
      this.views
        .flatMap(view => view.view.widgets)
        .flatMap(widget => (widget.type === 'trend' ? widget.series : []))
        .filter(series => !series.part)
        .map(series => [series.point, series]),
    );
    return linesOf(
      this.feed,
      this.points.map(point => known.get(point) ?? { point, role: this.feed.point(point)?.role === 'SETPOINT' ? 'setpoint' : 'measured' }),
    );
  }

  protected override render(): TemplateResult {
    const points = this.points;
    const all = (this.feed.twin?.model?.points ?? []).filter(point => typeof this.feed.sample(point.name)?.value !== 'string');
    return html`<div class="board">
      <section class="panel full"><g-trend .feed=${this.feed} .lines=${this.lines} .height=${440}></g-trend></section>
      <section class="panel full">
        <h2>${t('trends.points')}</h2>
        <div class="checks">
          ${all.map(
            point =>
              html`<label class="check"
                ><input type="checkbox" .checked=${points.includes(point.name)} @change=${() => this.toggle(point.name)} /> ${point.title}
                <small>${point.name}</small></label
              >`,
          )}
        </div>
      </section>
    </div>`;
  }
}
