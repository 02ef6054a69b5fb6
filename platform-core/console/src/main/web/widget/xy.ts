import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { aggregates } from '../api/history';
import { axis, FRAME, grid, path, place, type Axis } from '../chart/axes';
import { lineColour } from '../chart/plot';
import { numeric } from '../format/sample';
import { durationMillis } from '../format/time';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { SizedWidget } from './sized';
import { numberIn, type Row } from './table';
import { heightOf, type AxisRef, type Curve, type Xy } from './view';

const MOST_DOTS = 1000;
const SHORTEST_SECONDS = 1;
const AGAIN_MILLIS = 60_000;

/** One point over another as a cloud, with the present pair and with curves. */
@customElement('g-xy')
export class XyWidget extends SizedWidget<Xy> {
  @state() private dots: [number, number][] = [];
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.load(), AGAIN_MILLIS);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.load();
  }

  /** Means of both points over the same intervals. */
  private async load(): Promise<void> {
    const { x, y, span } = this.spec;
    if (!x.point || !y.point || document.hidden) {
      return;
    }
    const millis = durationMillis(span ?? 'P1D') || 86_400_000;
    const interval = 'PT' + Math.max(SHORTEST_SECONDS, Math.ceil(millis / 1000 / MOST_DOTS)) + 'S';
    const now = Date.now();
    try {
      const [across, up] = await Promise.all([
        aggregates(this.feed.id, x.point, now - millis, now, interval),
        aggregates(this.feed.id, y.point, now - millis, now, interval),
      ]);
      this.dots = across.flatMap((each, index) =>
        each.mean === undefined || up[index]?.mean === undefined ? [] : [[each.mean, up[index].mean] as [number, number]],
      );
    } catch {
      this.dots = []; // the history is away: the curves and the present pair are shown nevertheless
    }
  }

  protected picture(): TemplateResult {
    const height = heightOf(this.spec);
    const curves = (this.spec.curves ?? []).map(curve => ({ curve, rows: this.rows(curve) }));
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
    return html`<svg
        class="chart"
        viewBox="0 0 ${this.wide} ${height}"
        width=${this.wide}
        height=${height}
        role="img"
        aria-label="${this.name(this.spec.x)}, ${this.name(this.spec.y)}"
      >
        ${grid(x, y, this.name(this.spec.x), this.name(this.spec.y))}
        <path class="dots" d=${this.dots.map(([dx, dy]) => `M${place(x, dx).toFixed(1)} ${place(y, dy).toFixed(1)}h0`).join('')}></path>
        ${curves.map(({ curve, rows }, index) => drawCurve(curve, rows, x, y, index))}
        ${now ? svg`<circle class="now" cx=${place(x, now[0])} cy=${place(y, now[1])} r="6"/>` : nothing}
      </svg>
      <ul class="legend">
        ${curves.map(
          ({ curve }, index) =>
            html`<li>
              <svg class="key ${curve.role ?? ''}" viewBox="0 0 24 8" aria-hidden="true">
                <path class=${lineColour(index)} d="M0 4h24" /></svg
              >${words(curve.title)}
            </li>`,
        )}
      </ul>`;
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
