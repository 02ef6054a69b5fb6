import { html, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { axis, FRAME, grid, place } from '../chart/axes';
import { drawingArea } from '../chart/drawing-area';
import { pictureTable } from '../chart/picture-table';
import { numberText } from '../format/number';
import { beyond } from '../format/severity';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { PastWidget } from './past';
import { histogram } from './statistics';
import { heightOf, type Histogram } from './view';

/** How often a point had which value. */
@customElement('g-histogram')
export class HistogramWidget extends PastWidget<Histogram> {
  @state() private values: number[] = [];

  protected override async load(): Promise<void> {
    const { point, span, interval } = this.spec;
    this.values = (await this.intervals(point, span, 'P7D', interval ?? 'PT10M')).flatMap(each => each.mean ?? []);
  }

  protected override forget(): void {
    this.values = [];
  }

  protected picture(): TemplateResult {
    const { point, bin, limits } = this.spec;
    this.required(point);
    const columns = histogram(this.values, bin);
    if (columns.length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const height = heightOf(this.spec);
    const share = (count: number) => (100 * count) / this.values.length;
    const ends = [columns[0]?.low ?? 0, columns.at(-1)?.high ?? 0];
    const x = { low: Math.min(...ends), high: Math.max(...ends), log: false, from: FRAME.left, to: this.wide - FRAME.right };
    const y = axis([0, ...columns.map(each => share(each.count))], height - FRAME.bottom, FRAME.top);
    const unit = unitText(this.feed.point(point)?.unit ?? '');
    const name = this.titleOf(point) + (unit ? `, ${unit}` : '');
    const title = words(this.spec.title);
    const told = columns
      .filter(each => each.count > 0)
      .map(each => [`${numberText(each.low)} – ${numberText(each.high)}`, `${numberText(share(each.count), 1)} %`]);
    const label = `${title}: ${told.map(each => each.join(': ')).join('; ')}`;
    return html`${drawingArea(
      { wide: this.wide, height, label },
      svg`${grid(x, y, name, '%')}
      ${columns.map(({ low, high, count }) => {
        const nearest = (limits ?? []).filter(limit => beyond(limit.below ? high : low, [limit]));
        const severity = nearest.at(-1)?.severity;
        const top = place(y, share(count));
        return svg`<rect class="bar ${severity ? `s-${severity}` : 'line-1'}" x=${place(x, low) + 0.5} y=${top} width=${Math.max(1, place(x, high) - place(x, low) - 1)} height=${Math.max(0, y.from - top)}/>`;
      })}
      ${(limits ?? [])
        .filter(limit => limit.value >= x.low && limit.value <= x.high)
        .map(limit => svg`<path class="limit s-${limit.severity}" d="M${place(x, limit.value)} ${FRAME.top}V${height - FRAME.bottom}"/>`)}`,
    )}
    ${pictureTable(title, [name, '%'], () => told)}`;
  }
}
