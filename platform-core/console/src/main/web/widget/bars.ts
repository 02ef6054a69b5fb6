import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { axis, FRAME, place, ticks, type Axis } from '../chart/axes';
import { drawingArea } from '../chart/drawing-area';
import { inLines, textWidth } from '../chart/names';
import { pictureTable } from '../chart/picture-table';
import { lineColour } from '../chart/plot';
import { numberText } from '../format/number';
import { beyond } from '../format/severity';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { groupsOfPoints, groupsOfTable, type Bar, type Group } from './bar-groups';
import { SizedWidget } from './sized';
import { heightOf, type Bars } from './view';

/** Share of the width that names may take. */
const NAMES = 0.42;
const ROW = 26;
const LINE = 14;

/** Bars from points or from a table, with intervals and limits. */
@customElement('g-bars')
export class BarsWidget extends SizedWidget<Bars> {
  protected picture(): TemplateResult {
    const groups = this.groups();
    if (groups.length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const up = this.spec.direction === 'up';
    const names = Math.min(this.wide * NAMES, Math.max(...groups.map(group => textWidth(group.name))) + 16);
    const height = up ? heightOf(this.spec) : Math.max(110, groups.length * (ROW + 6) + FRAME.bottom + FRAME.top);
    const values = groups
      .flatMap(group => [
        ...group.bars.flatMap(bar => [bar.value, bar.low, bar.high]),
        this.spec.stacked ? group.bars.reduce((sum, bar) => sum + (bar.value ?? 0), 0) : undefined,
      ])
      .concat(this.spec.limits?.map(limit => limit.value) ?? [], 0)
      .filter(value => value !== undefined);
    const size = up ? axis(values, height - FRAME.bottom, FRAME.top) : axis(values, names, this.wide - 60);
    const label = groups
      .map(group => `${group.name}: ${group.bars.map(bar => (bar.value === undefined ? '–' : numberText(bar.value))).join(', ')}`)
      .join('; ');
    return html`${drawingArea(
        { wide: this.wide, height, label },
        svg`${this.scale(size, up, height)} ${groups.map((group, index) => this.group(group, index, groups.length, size, up, height, names))}
        ${this.spec.limits?.map(
          limit =>
            svg`<path class="limit s-${limit.severity}" d=${
              up
                ? `M${FRAME.left} ${place(size, limit.value)}H${this.wide - FRAME.right}`
                : `M${place(size, limit.value)} ${FRAME.top}V${height - FRAME.bottom}`
            }/>`,
        )}`,
      )}
      ${
        this.spec.values && this.spec.values.length > 1
          ? html`<ul class="legend">
              ${this.spec.values.map(
                (value, index) =>
                  html`<li>
                    <svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path class="wide ${lineColour(index)}" d="M0 4h24" /></svg
                    >${words(value.title)}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${this.table(groups)}`;
  }

  private groups(): Group[] {
    const { table, at, bars = [] } = this.spec;
    if (table) {
      return groupsOfTable(this.rows({ table, at }), this.spec);
    }
    bars.filter(bar => !bar.part).forEach(bar => this.required(bar.point));
    return groupsOfPoints(this.feed, bars);
  }

  private table(groups: Group[]): TemplateResult {
    const unit = this.unit();
    const suffix = unit ? `, ${unit}` : '';
    const columns = this.spec.values?.map(value => words(value.title) + suffix) ?? [t('value') + suffix];
    const interval = (bar: Bar) =>
      bar.low === undefined || bar.high === undefined ? '' : ` (${numberText(bar.low)} … ${numberText(bar.high)})`;
    return pictureTable(words(this.spec.title), [t('name'), ...columns], () =>
      groups.map(group => [group.name, ...group.bars.map(bar => (bar.value === undefined ? '–' : numberText(bar.value) + interval(bar)))]),
    );
  }

  private unit(): string {
    const point = this.spec.bars?.[0];
    return unitText(this.spec.unit ?? (point && !point.part ? this.feed.point(point.point)?.unit : undefined) ?? '');
  }

  private scale(size: Axis, up: boolean, height: number): TemplateResult {
    return svg`<g class="axes">${ticks(size, 5).map(value =>
      up
        ? svg`<path class="grid" d="M${FRAME.left} ${place(size, value)}H${this.wide - FRAME.right}"/>
        <text x=${FRAME.left - 6} y=${place(size, value) + 4} text-anchor="end">${numberText(value)}</text>`
        : svg`<path class="grid" d="M${place(size, value)} ${FRAME.top}V${height - FRAME.bottom}"/>
        <text x=${place(size, value)} y=${height - FRAME.bottom + 16} text-anchor="middle">${numberText(value)}</text>`,
    )}
      <text class="name" x=${up ? 4 : (size.from + size.to) / 2} y=${up ? 11 : height - 4} text-anchor=${up ? 'start' : 'middle'}>${this.unit()}</text></g>`;
  }

  private group(group: Group, index: number, count: number, size: Axis, up: boolean, height: number, names: number): TemplateResult {
    const room = up ? (this.wide - FRAME.left - FRAME.right) / count : (height - FRAME.top - FRAME.bottom) / count;
    const start = (up ? FRAME.left : FRAME.top) + index * room;
    const side = this.spec.stacked ? 1 : group.bars.length;
    const thick = Math.min(34, (room * 0.72) / side);
    const offset = start + (room - thick * side) / 2;
    let sum = 0;
    return svg`<g>
      ${up ? name(group.name, start + room / 2, height - FRAME.bottom + 16, room - 6, 'middle') : name(group.name, names - 8, start + room / 2 + 4, names - 12, 'end')}
      ${group.bars.map((bar, at) => {
        if (bar.value === undefined) {
          return '';
        }
        const from = this.spec.stacked ? sum : 0;
        sum += this.spec.stacked ? bar.value : 0;
        const severity = beyond(bar.value, this.spec.limits ?? []);
        return this.bar(
          place(size, from),
          place(size, from + bar.value),
          offset + (this.spec.stacked ? 0 : at * thick),
          thick,
          up,
          severity ? 's-' + severity : lineColour(at),
          bar,
          size,
          group.bars.length === 1,
        );
      })}</g>`;
  }

  private bar(
    zero: number,
    end: number,
    at: number,
    thick: number,
    up: boolean,
    style: string,
    bar: Bar,
    size: Axis,
    alone: boolean,
  ): TemplateResult {
    const [from, length] = [Math.min(zero, end), Math.abs(end - zero)];
    const middle = at + thick / 2;
    const [low, high] = [bar.low, bar.high].map(value => (value === undefined ? undefined : place(size, value)));
    return svg`<rect class="bar ${style}" x=${up ? at : from} y=${up ? from : at} width=${up ? thick : length} height=${up ? length : thick}/>
      ${low === undefined || high === undefined ? '' : interval(middle, low, high, up)}
      ${!alone || up ? '' : svg`<text class="bar-value" x=${Math.max(end, high ?? end) + 5} y=${middle + 4}>${numberText(bar.value ?? 0)}</text>`}`;
  }
}

/** A line with ends, on a lighter ground so that it is seen on the bar as well as beside it. */
function interval(middle: number, low: number, high: number, up: boolean): TemplateResult {
  const path = up
    ? `M${middle} ${low}V${high}M${middle - 4} ${low}h8M${middle - 4} ${high}h8`
    : `M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8`;
  return svg`<path class="interval ground" d=${path}/><path class="interval" d=${path}/>`;
}

/** A name in as many lines as it needs, the whole of it in its title; at the side the lines are around their place, below they begin there. */
function name(text: string, x: number, y: number, width: number, anchor: 'middle' | 'end'): TemplateResult {
  const lines = inLines(text, width);
  const first = anchor === 'end' ? y - ((lines.length - 1) * LINE) / 2 : y;
  return svg`<text class="bar-name" text-anchor=${anchor}><title>${text}</title>${lines.map(
    (line, index) => svg`<tspan x=${x} y=${first + index * LINE}>${line}</tspan>`,
  )}</text>`;
}
