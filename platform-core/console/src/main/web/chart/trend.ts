import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { theme } from '../base/theme';
import type { Sample } from '../format/sample';
import { legendEntry } from './legend';
import type { Line, LineSpec } from './line';
import { pastLines } from './past-lines';
import type { AlarmSpan } from './plot';
import { Plots } from './plots';
import { trendBar } from './trend-bar';
import { trendTable } from './trend-table';

const DRAW_MILLIS = 200;
/** What comes while the history is read belongs to it. */
const AHEAD_MILLIS = 5000;

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
  /** What came while the history was asked for. */
  private missed: Sample[] = [];
  private readonly pictures = new Plots({
    alarms: () => this.alarmSpans(),
    zoomed: (from, to) => this.zoom(from, to),
    hovered: time => {
      this.hover = time;
    },
  });
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
    this.pictures.clear(this.plots);
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
    this.busy = true;
    this.missed = [];
    const { lines, error } = await pastLines(this.lines, this.range[0] * 1000, this.range[1] * 1000 + (this.live ? AHEAD_MILLIS : 0));
    if (round === this.round && this.isConnected) {
      this.data = lines;
      this.error = error;
      this.busy = false;
      this.add(this.missed.splice(0));
      this.build();
    }
  }

  private build(): void {
    this.pictures.build(this.plots, this.data, this.height);
    this.draw();
  }

  private draw(): void {
    this.dirty = false;
    this.lastDraw = performance.now();
    this.pictures.draw(this.range);
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
    if (this.busy) {
      this.missed.push(...samples);
    }
    this.add(samples);
  };

  private add(samples: Sample[]): void {
    for (const line of this.data) {
      for (const sample of samples) {
        this.dirty = line.take(sample) || this.dirty;
      }
    }
  }

  private readonly restyle = () => {
    if (this.data.length > 0) {
      this.build();
    }
  };

  private resize(): void {
    this.pictures.resize(Math.max(1, this.plots.clientWidth));
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

  /** Live over a span; another one is read as soon as it is taken. */
  private resume(span: number): void {
    this.live = true;
    if (span === this.span) {
      void this.load();
    }
    this.span = span;
  }

  protected override render(): TemplateResult {
    return html`<div class="trend">
      ${trendBar({
        span: this.span,
        range: this.range,
        live: this.live,
        busy: this.busy,
        zoom: (from, to) => this.zoom(from, to),
        resume: span => this.resume(span),
      })}
      ${problem(this.error)}
      <div class="plots"></div>
      <ul class="legend">
        ${this.pictures.drawn.flatMap(({ lines }) => lines.map((line, index) => legendEntry(line, index, this.hover)))}
      </ul>
      ${trendTable(this.data)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g-trend': Trend;
  }
}
