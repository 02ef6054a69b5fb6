import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../chart/picture';
import { pictureTable } from '../chart/picture-table';
import { axisStyle, divergingColours, ROOM, scaleColours } from '../chart/picture-axes';
import { colour } from '../base/theme';
import { numberText } from '../format/number';
import { dayText } from '../format/time';
import { unitText } from '../format/unit';
import { t, words, type Words } from '../text/text';
import { PastWidget } from './past';
import { numberIn, textIn } from './table';
import { heightOf, type HeatAxis, type Heatmap } from './view';

/** What is drawn: names of columns and rows, and values by their numbers. */
interface Cells {
  across: string[];
  down: string[];
  names: [string, string, string];
  cells: [number, number, number][];
}
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** A value over two axes, as colour. */
@customElement('g-heatmap')
export class HeatmapWidget extends PastWidget<Heatmap> {
  @state() private hours: { day: string; hour: number; mean: number }[] = [];

  protected override async load(): Promise<void> {
    const { point, span } = this.spec;
    if (point) {
      this.hours = (await this.intervals(point, span, 'P14D', 'PT1H')).flatMap(({ start, mean }) => {
        const time = new Date(start);
        return mean === undefined ? [] : [{ day: dayText(time.getTime()), hour: time.getHours(), mean }];
      });
    }
  }

  protected override forget(): void {
    this.hours = [];
  }

  protected picture(): TemplateResult {
    const found = this.spec.point ? this.byHour(this.spec.point) : this.byTable();
    if (found.cells.length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const title = words(this.spec.title);
    return html`<g-picture .option=${() => this.option(found)} .label=${title} .height=${heightOf(this.spec)}></g-picture>
      ${pictureTable(
        title,
        found.names,
        () => found.cells.map(([x, y, value]) => [found.across[x] ?? '', found.down[y] ?? '', numberText(value)]),
      )}`;
  }

  private byHour(point: string): Cells {
    this.required(point);
    const down = [...new Set(this.hours.map(each => each.day))];
    return {
      across: HOURS,
      down,
      names: [t('analysis.hour'), t('analysis.day'), this.titleOf(point) + suffix(this.feed.point(point)?.unit)],
      cells: this.hours.map(({ day, hour, mean }) => [hour, down.indexOf(day), mean]),
    };
  }

  private byTable(): Cells {
    const { table = '', at, x, y, value } = this.spec;
    const rows = this.rows({ table, at });
    const names = (axis: HeatAxis | undefined) => [...new Set(rows.map(row => textIn(row, axis?.column)))];
    const [across, down] = [names(x), names(y)];
    return {
      across,
      down,
      names: [named(x), named(y), named(value)],
      cells: rows.flatMap(row => {
        const number = numberIn(row, value?.column);
        return number === undefined ? [] : [[across.indexOf(textIn(row, x?.column)), down.indexOf(textIn(row, y?.column)), number]];
      }),
    };
  }

  private option({ across, down, names, cells }: Cells): object {
    const values = cells.map(cell => cell[2]);
    const low = this.spec.low ?? values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = this.spec.high ?? values.reduce((most, value) => Math.max(most, value), -Infinity);
    const most = Math.max(-low, high);
    const ends = low < 0 && high > 0 ? { min: -most, max: most, inRange: { color: divergingColours() } } : { min: low, max: high, inRange: { color: scaleColours() } };
    return {
      grid: { ...ROOM, top: 8, bottom: 46 },
      tooltip: {
        formatter: ({ value: [x, y, number] }: { value: [number, number, number] }) => `${across[x]}, ${down[y]}\n${names[2]}: ${numberText(number)}`,
      },
      xAxis: { type: 'category', data: across, ...axisStyle(false) },
      yAxis: { type: 'category', inverse: true, data: down, ...axisStyle(false) },
      visualMap: {
        ...ends,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemHeight: 160,
        itemWidth: 12,
        text: [numberText(ends.max), numberText(ends.min)],
        textStyle: { color: colour('ink-quiet') },
      },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colour('panel'), borderWidth: 1 } }],
    };
  }
}

function named(axis: { title?: Words; unit?: string } | undefined): string {
  return words(axis?.title) + suffix(axis?.unit);
}

function suffix(unit: string | undefined): string {
  const text = unitText(unit ?? '');
  return text ? `, ${text}` : '';
}
