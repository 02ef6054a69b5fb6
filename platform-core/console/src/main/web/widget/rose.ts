import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../chart/picture';
import { scaleColours } from '../chart/picture-axes';
import { pictureTable } from '../chart/picture-table';
import { colour } from '../base/theme';
import { numberText, percentText } from '../format/number';
import { numeric } from '../format/sample';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { PastWidget, type Aggregate } from './past';
import { rose } from './statistics';
import { heightOf, type Rose } from './view';

const CLASSES = 6;
const SECTORS = 12;

/** How often it comes from which direction, and how strongly. */
@customElement('g-rose')
export class RoseWidget extends PastWidget<Rose> {
  @state() private pairs: [number, number][] = [];

  /** The first values of each interval: a mean of 350° and 10° would be 180°. */
  protected override async load(): Promise<void> {
    const { direction, speed, span, interval } = this.spec;
    const [from, strong] = await Promise.all(
      [direction, speed].map(point => this.intervals(point, span, 'P30D', interval ?? 'PT10M')) as [Promise<Aggregate[]>, Promise<Aggregate[]>],
    );
    this.pairs = from.flatMap((each, index) => {
      const pair = [numeric(each.first), numeric(strong[index]?.first)] as const;
      return pair[0] === undefined || pair[1] === undefined ? [] : [[pair[0], pair[1]] as [number, number]];
    });
  }

  protected override forget(): void {
    this.pairs = [];
  }

  protected picture(): TemplateResult {
    const { direction, speed, sectors = SECTORS, step } = this.spec;
    this.required(direction);
    this.required(speed);
    if (this.pairs.length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const shares = rose(this.pairs, sectors, step, CLASSES);
    const unit = unitText(this.feed.point(speed)?.unit ?? '');
    const classes = shares[0]?.map((_, index) => (index === CLASSES - 1 ? `≥ ${index * step}` : `${index * step} – ${(index + 1) * step}`) + ' ' + unit) ?? [];
    const title = words(this.spec.title);
    return html`<g-picture .option=${() => option(shares, classes)} .label=${title} .height=${heightOf(this.spec)}></g-picture>
      <ul class="legend">
        ${classes.map(
          (name, index) =>
            html`<li><svg class="key" viewBox="0 0 24 8" aria-hidden="true"><rect class="c-${index}" width="24" height="8" /></svg>${name}</li>`,
        )}
      </ul>
      ${pictureTable(
        title,
        [this.titleOf(direction), ...classes],
        () => shares.map((row, index) => [degrees(index, sectors), ...row.map(share => percentText(share))]),
      )}`;
  }
}

function degrees(sector: number, sectors: number): string {
  return numberText((sector * 360) / sectors) + '°';
}

/** Clockwise, with the middle of the first sector above: the axis turns by half a sector. */
function option(shares: number[][], classes: string[]): object {
  const colours = scaleColours();
  return {
    polar: { radius: '78%' },
    tooltip: { trigger: 'item', valueFormatter: (value: number) => numberText(value, 1) + ' %' },
    angleAxis: {
      type: 'category',
      data: shares.map((_, index) => degrees(index, shares.length)),
      startAngle: 90 + 180 / shares.length,
      clockwise: true,
      axisLabel: { color: colour('ink-quiet') },
      axisLine: { lineStyle: { color: colour('edge') } },
      axisTick: { show: false },
    },
    radiusAxis: {
      axisLabel: { color: colour('ink-quiet'), formatter: '{value} %', showMaxLabel: false },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colour('grid') } },
      splitNumber: 4,
    },
    series: classes.map((name, index) => ({
      type: 'bar',
      name,
      coordinateSystem: 'polar',
      stack: 'all',
      barCategoryGap: '12%',
      itemStyle: { color: colours[index], borderColor: colour('body-edge'), borderWidth: 0.4 },
      data: shares.map(row => 100 * (row[index] ?? 0)),
    })),
  };
}
