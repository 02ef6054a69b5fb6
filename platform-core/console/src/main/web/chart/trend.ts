import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import type { TwinFeed } from '../api/feed';
import { history, stateAt } from '../api/history';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { theme } from '../base/theme';
import type { Sample } from '../format/sample';
import { timeText } from '../format/time';
import { t } from '../text/text';
import { extent } from './extent';
import { legendEntry } from './legend';
import { Line, type LineSpec } from './line';
import { plot, plotData, type AlarmSpan } from './plot';

const MAX_POINTS = 1500;
const DRAW_MILLIS = 200;
/** Share of the range without a value at its begin from which it is asked what held then. */
const LEAD = 0.02;
const MINUTE = 60;
export const SPANS = [5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 6 * 3600, 24 * 3600, 7 * 86_400, 30 * 86_400];

/** Lines over time, past and live: drag to zoom, live to come back; residuals have a plot of their own. */
@customElement('g-trend')
export class Trend extends Element {
  @property({ attribute: false }) feed?: TwinFeed;
  @property({ attribute: false }) lines: LineSpec[] = [];
  /** Names of alarms that are laid under the lines; all where it is undefined. */
  @property({ attribute: false }) alarms?: string[];
  @property({ type: Number }) span = 3600;
  @property({ type: Number }) height = 320;
  @state() private live = true;
  @state() private busy = false;
  @state() private error?: unknown;
  @state() private hover: number | null = null;
  @query('.plots') private plots!: HTMLElement;
  private range: [number, number] = [0, 0];
  private data: Line[] = [];
  private drawn: { plot: uPlot; lines: Line[] }[] = [];
  private timer = 0;
  private lastDraw = 0;
  private round = 0;
  private dirty = false;
  private readonly sizes = new ResizeObserver(() => this.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.restyle);
    this.timer = window.setInterval(() => this.tick(), DRAW_MILLIS);
    if (this.hasUpdated) {
      this.listen(this.feed);
      this.sizes.observe(this.plots);
      void this.load();
    }
  }

  override disconnectedCallback(): void {
    theme.removeEventListener('change', this.restyle);
    window.clearInterval(this.timer);
    this.sizes.disconnect();
    this.feed?.removeEventListener('samples', this.take);
    this.clear();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.plots);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('feed')) {
      changed.get('feed')?.removeEventListener('samples', this.take);
      this.listen(this.feed);
    }
    if ((changed.has('lines') && JSON.stringify(changed.get('lines')) !== JSON.stringify(this.lines)) || changed.has('span')) {
      void this.load();
    }
  }

  private listen(feed: TwinFeed | undefined): void {
    feed?.addEventListener('samples', this.take);
  }

  /** Reads the history of all lines for the present range and builds the plots anew. */
  private async load(): Promise<void> {
    const round = ++this.round;
    if (this.live) {
      this.range = [Date.now() / 1000 - this.span, Date.now() / 1000];
    }
    const [from, to] = [this.range[0] * 1000, this.range[1] * 1000 + (this.live ? 5000 : 0)];
    const lines = this.lines.map(spec => new Line(spec));
    this.data = lines;
    this.busy = true;
    const failures: unknown[] = [];
    await Promise.all(
      lines.map(async line => {
        try {
          const [values, widths] = await Promise.all([
            history(line.spec.twin, line.spec.point, from, to, MAX_POINTS),
            line.spec.band ? history(line.spec.twin, line.spec.band, from, to, MAX_POINTS) : undefined,
          ]);
          line.fill(values, widths);
        } catch (error) {
          failures.push(error);
        }
      }),
    );
    await this.lead(lines, from).catch((error: unknown) => failures.push(error));
    if (round === this.round && this.isConnected) {
      this.error = failures[0];
      this.busy = false;
      this.build();
    }
  }

  /** Begins those lines that have nothing at their begin with what held then. */
  private async lead(lines: Line[], from: number): Promise<void> {
    const latest = from / 1000 + LEAD * (this.range[1] - this.range[0]);
    const bare = lines.filter(line => (line.times[0] ?? Infinity) > latest);
    await Promise.all(
      [...new Set(bare.map(line => line.spec.twin))].map(async twin => {
        const state = new Map((await stateAt(twin, from)).map(sample => [sample.point, sample]));
        bare
          .filter(line => line.spec.twin === twin)
          .forEach(line => {
            const sample = state.get(twin + '/' + line.spec.point);
            if (sample) {
              line.begin(sample, from / 1000);
            }
          });
      }),
    );
  }

  private build(): void {
    this.clear();
    const residuals = this.data.filter(line => line.spec.role === 'residual');
    const main = this.data.filter(line => line.spec.role !== 'residual');
    const share = main.length === 0 ? 1 : 0.38;
    for (const [lines, height] of [
      [main, residuals.length > 0 ? 1 - share : 1],
      [residuals, share],
    ] as const) {
      if (lines.length > 0) {
        const into = document.createElement('div');
        into.setAttribute('aria-hidden', 'true'); // the legend below says the same in words
        this.plots.append(into);
        this.drawn.push({
          lines,
          plot: plot(into, {
            lines,
            height: this.height * height,
            zeroLine: lines === residuals,
            alarms: () => this.alarmSpans(),
            zoomed: (from, to) => this.zoom(from, to),
            hovered: time => {
              this.hover = time;
            },
          }),
        });
      }
    }
    this.draw();
  }

  private clear(): void {
    this.drawn.forEach(({ plot: each }) => each.destroy());
    this.drawn = [];
    this.plots?.replaceChildren();
  }

  private draw(): void {
    this.dirty = false;
    this.lastDraw = performance.now();
    for (const { plot: each, lines } of this.drawn) {
      each.batch(() => {
        each.setData(plotData(lines, Math.min(this.range[1], Date.now() / 1000)), false);
        for (const unit of new Set(lines.map(line => line.spec.unit))) {
          each.setScale(
            unit,
            extent(
              lines.filter(line => line.spec.unit === unit),
              this.range,
            ),
          );
        }
        each.setScale('x', { min: this.range[0], max: this.range[1] });
      });
    }
  }

  /** The live window goes on with the time, also where nothing comes. */
  private tick(): void {
    if (this.live && !document.hidden && !this.busy && (this.dirty || performance.now() - this.lastDraw > 1000)) {
      const now = Date.now() / 1000;
      this.range = [now - this.span, now];
      this.data.forEach(line => line.forgetBefore(this.range[0]));
      this.draw();
    }
  }

  private readonly take = (event: Event) => {
    const samples = (event as CustomEvent<Sample[]>).detail;
    for (const line of this.data) {
      for (const sample of samples) {
        this.dirty = line.take(sample) || this.dirty;
      }
    }
  };

  private readonly restyle = () => {
    if (this.drawn.length > 0) {
      this.build();
    }
  };

  private resize(): void {
    this.drawn.forEach(({ plot: each }) => each.setSize({ width: Math.max(1, this.plots.clientWidth), height: each.height }));
  }

  /** Active alarms reach until now; of returned ones only the end is known, so they are a line. */
  private alarmSpans(): AlarmSpan[] {
    const now = Date.now() / 1000;
    return [...(this.feed?.alarms.values() ?? [])]
      .filter(alarm => !this.alarms || this.alarms.includes(alarm.name))
      .map(alarm => {
        const since = Date.parse(alarm.since) / 1000;
        return { from: since, to: alarm.active ? now : since + (this.range[1] - this.range[0]) / 400, severity: alarm.severity };
      });
  }

  private zoom(from: number, to: number): void {
    this.live = false;
    this.range = [from, to];
    void this.load();
  }

  private move(share: number): void {
    const width = this.range[1] - this.range[0];
    this.zoom(this.range[0] + share * width, this.range[1] + share * width);
  }

  private scale(factor: number): void {
    const middle = (this.range[0] + this.range[1]) / 2;
    const half = Math.max(1, ((this.range[1] - this.range[0]) * factor) / 2);
    this.zoom(middle - half, Math.min(middle + half, Date.now() / 1000));
  }

  private resume(span: number): void {
    this.live = true;
    this.span = span;
    void this.load();
  }

  protected override render(): TemplateResult {
    const button = (text: string, label: string, act: () => void) =>
      html`<button class="small" title=${label} aria-label=${label} @click=${act}>${text}</button>`;
    return html`<div class="trend">
      <div class="bar">
        <label
          >${t('trend.span')}
          <select @change=${(event: Event) => this.resume(Number((event.target as HTMLSelectElement).value))}>
            ${[...new Set([...SPANS, this.span])]
              .sort((a, b) => a - b)
              .map(span => html`<option value=${span} ?selected=${span === this.span}>${spanName(span)}</option>`)}
          </select></label
        >
        <button
          class="small ${this.live ? 'on' : ''}"
          aria-pressed=${this.live ? 'true' : 'false'}
          @click=${() => (this.live ? this.zoom(...this.range) : this.resume(this.span))}
        >
          ${this.live ? t('trend.live') : t('trend.resume')}
        </button>
        ${button('◀', t('trend.earlier'), () => this.move(-0.5))}${button('▶', t('trend.later'), () => this.move(0.5))}
        ${button('+', t('trend.closer'), () => this.scale(0.5))}${button('−', t('trend.wider'), () => this.scale(2))}
        <span class="quiet"
          >${this.live ? nothing : html`${stamp(this.range[0])} – ${stamp(this.range[1])}`} ${this.busy ? t('loading') : nothing}</span
        >
      </div>
      ${problem(this.error)}
      <div class="plots"></div>
      <ul class="legend">
        ${[...this.drawn].flatMap(({ lines }) => lines.map((line, index) => legendEntry(line, index, this.hover)))}
      </ul>
    </div>`;
  }
}

function stamp(seconds: number): string {
  return timeText(new Date(seconds * 1000).toISOString());
}

function spanName(seconds: number): string {
  return seconds < 3600
    ? t('time.minutes', { n: Math.round(seconds / 60) })
    : seconds < 86_400 * 2
      ? t('time.hours', { n: Math.round(seconds / 3600) })
      : t('time.days', { n: Math.round(seconds / 86_400) });
}

declare global {
  interface HTMLElementTagNameMap {
    'g-trend': Trend;
  }
}
