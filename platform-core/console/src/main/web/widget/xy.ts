import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { axis, FRAME, grid, path, place, type Axis } from '../chart/axes';
import { drawingArea } from '../chart/drawing-area';
import { pictureTable } from '../chart/picture-table';
import { lineColour } from '../chart/plot';
import { numberText } from '../format/number';
import { numeric } from '../format/sample';
import { durationMillis } from '../format/time';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { PastWidget } from './past';
import { methodOfBins } from './statistics';
import { numberIn, type Row } from './table';
import { heightOf, type AxisRef, type Curve, type Xy } from './view';

const USUAL_DOTS = 1000;

/** One point over another as a cloud, with the present pair and with curves. */
@customElement('g-xy')
export class XyWidget extends PastWidget<Xy> {
  @state() private dots: [number, number][] = [];

  /** Means of both points over the same intervals. */
  protected override async load(): Promise<void> {
    const { x, y, span = 'P1D', interval } = this.spec;
    if (!x.point || !y.point) {
      return;
    }
    const length = interval ?? `PT${Math.ceil(durationMillis(span) / 1000 / USUAL_DOTS) || 1}S`;
    const [across, up] = await Promise.all([this.intervals(x.point, span, 'P1D', length), this.intervals(y.point, span, 'P1D', length)]);
    this.dots = across.flatMap((each, index) =>
      each.mean === undefined || up[index]?.mean === undefined ? [] : [[each.mean, up[index].mean] as [number, number]],
    );
  }

  protected override forget(): void {
    this.dots = [];
  }

  /** The curves of the view's tables, and that of the cloud's own bins. */
  private curves(): { curve: Curve; rows: Row[] }[] {
    const curves = (this.spec.curves ?? []).map(curve => ({ curve, rows: this.rows(curve) }));
    if (!this.spec.bins) {
      return curves;
    }
    const curve: Curve = { title: { en: t('xy.bins') }, table: '', x: 'x', y: 'y', low: 'low', high: 'high' };
    return [...curves, { curve, rows: methodOfBins(this.dots, this.spec.bins).map(bin => ({ ...bin })) }];
  }

  protected picture(): TemplateResult {
    const height = heightOf(this.spec);
    const curves = this.curves();
    const now = this.present();
    const all = (dot: 0 | 1, column: 'x' | 'y') => [
      ...this.dots.map(each => each[dot]),
      ...(now ? [now[dot]] : []),
      ...curves.flatMap(({ curve, rows }) =>
        rows.flatMap(row =>
          [numberIn(row, curve[column]), ...(column === 'y' ? [numberIn(row, curve.low), numberIn(row, curve.high)] : [])].filter(
            each => each !== undefined,
          ),
        ),
      ),
    ];
    if (all(0, 'x').length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const x = axis(all(0, 'x'), FRAME.left, this.wide - FRAME.right);
    const y = axis(all(1, 'y'), height - FRAME.bottom, FRAME.top);
    const names = [this.name(this.spec.x), this.name(this.spec.y)] as const;
    return html`${drawingArea(
        { wide: this.wide, height, label: names.join(', ') },
        svg`${grid(x, y, ...names)}
        <path class="dots" d=${this.dots.map(([dx, dy]) => `M${place(x, dx).toFixed(1)} ${place(y, dy).toFixed(1)}h0`).join('')}></path>
        ${curves.map(({ curve, rows }, index) => drawCurve(curve, rows, x, y, index))}
        ${now ? svg`<circle class="now" cx=${place(x, now[0])} cy=${place(y, now[1])} r="6"/>` : nothing}`,
      )}
      <ul class="legend">
        ${curves.map(
          ({ curve }, index) =>
            html`<li>
              <svg class="key ${curve.role ?? ''}" viewBox="0 0 24 8" aria-hidden="true">
                <path class=${lineColour(index)} d="M0 4h24" /></svg
              >${words(curve.title)}
            </li>`,
        )}
      </ul>
      ${pictureTable(words(this.spec.title), [t('xy.of'), ...names, t('xy.interval')], () => this.numbers(now, curves))}`;
  }

  /** The present pair, the curves, and the cloud, newest first. */
  private numbers(now: [number, number] | undefined, curves: { curve: Curve; rows: Row[] }[]): string[][] {
    const figures = (...values: (number | undefined)[]) => values.map(value => (value === undefined ? '–' : numberText(value)));
    return [
      ...(now ? [[t('xy.now'), ...figures(...now), '']] : []),
      ...curves.flatMap(({ curve, rows }) =>
        rows.map(row => {
          const [low, high] = [numberIn(row, curve.low), numberIn(row, curve.high)];
          const interval = low === undefined || high === undefined ? '' : figures(low, high).join(' … ');
          return [words(curve.title), ...figures(numberIn(row, curve.x), numberIn(row, curve.y)), interval];
        }),
      ),
      ...this.dots.toReversed().map(dot => [t('xy.mean'), ...figures(...dot), '']),
    ];
  }

  private present(): [number, number] | undefined {
    const x = this.spec.x.point ? numeric(this.feed.sample(this.spec.x.point)) : undefined;
    const y = this.spec.y.point ? numeric(this.feed.sample(this.spec.y.point)) : undefined;
    return x === undefined || y === undefined ? undefined : [x, y];
  }

  private name(ref: AxisRef): string {
    if (ref.point) {
      this.required(ref.point);
    }
    const title = ref.point ? this.titleOf(ref.point) : words(ref.title);
    const unit = unitText(ref.unit ?? (ref.point ? this.feed.point(ref.point)?.unit : undefined) ?? '');
    return unit ? `${title}, ${unit}` : title;
  }
}

function drawCurve(curve: Curve, rows: Row[], x: Axis, y: Axis, index: number): TemplateResult {
  const at = (row: Row, column: string | undefined): [number, number] | undefined => {
    const [dx, dy] = [numberIn(row, curve.x), numberIn(row, column)];
    return dx === undefined || dy === undefined ? undefined : [place(x, dx), place(y, dy)];
  };
  const line = rows.map(row => at(row, curve.y));
  return svg`<g class="curve ${lineColour(index)} ${curve.role ?? 'measured'}">
    ${curve.low && curve.high ? svg`<path class="whisker" d=${rows.map(row => path([at(row, curve.low), at(row, curve.high)])).join('')}/>` : ''}
    <path class="line" d=${path(line)}/>
    ${curve.role === 'model' ? '' : line.map(point => (point ? svg`<circle cx=${point[0]} cy=${point[1]} r="2.5"/>` : ''))}
  </g>`;
}
