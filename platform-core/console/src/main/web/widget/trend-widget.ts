import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../chart/trend';
import type { TwinFeed } from '../api/feed';
import type { LineSpec } from '../chart/line';
import { durationMillis } from '../format/time';
import { heightOf, type SeriesSpec, type TrendSpec } from './view';
import { WidgetElement } from './widget';

/** The lines of a view's series: one for each part where a part is named. */
export function linesOf(feed: TwinFeed, series: SeriesSpec[]): LineSpec[] {
  return series.flatMap(({ point, part, role, band }): LineSpec[] => {
    if (part) {
      const parts = feed.partIds(part);
      return parts.map(id => ({
        twin: id,
        point,
        title: feed.parts.get(id)?.name ?? id,
        role: role ?? 'measured',
        band,
        unit: feed.partPoint(part, point)?.unit ?? '1',
      }));
    }
    const spec = feed.point(point);
    return spec ? [{ twin: feed.id, point, title: spec.title, unit: spec.unit, role: role ?? 'measured', band }] : [];
  });
}

/** Past and live lines of a view. */
@customElement('g-trend-widget')
export class TrendWidget extends WidgetElement<TrendSpec> {
  protected picture(): TemplateResult {
    if (this.spec.series.some(series => series.part)) {
      this.feed.wantParts();
    }
    this.spec.series.filter(series => !series.part).forEach(series => this.required(series.point));
    const seconds = (durationMillis(this.spec.span ?? 'PT1H') || 3_600_000) / 1000;
    return html`<g-trend
      .feed=${this.feed}
      .lines=${linesOf(this.feed, this.spec.series)}
      .alarms=${this.spec.alarms}
      .span=${seconds}
      .height=${heightOf(this.spec)}
    ></g-trend>`;
  }
}
