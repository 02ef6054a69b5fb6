import type { Outcome, Value } from '#module';
import type { Order, Report, State } from '../frame/protocol';

const EVERY_MILLIS = 100;
const ASK_MILLIS = 2000;
/** How long a frame may be silent; its first answer also needs a process of the browser. */
const PATIENCE_MILLIS = { first: 20_000, later: 5000 };
/** More than a person can cause. */
const MOST_REPORTS_A_SECOND = 100;

/** What a frame may cause, already bounded by the widget that listens. */
export interface Wishes {
  mounted(): void;
  /** @param stuck true where it does not answer or says too much, and is to be ended */
  failed(text: string, stuck: boolean): void;
  command(name: string, values: Record<string, number>): Promise<Outcome>;
  trend(points: string[]): Promise<void>;
  setHeight(pixels: number): void;
}

/**
 * The console's end of the channel to one frame. It tells what has changed, ten times a second at most and only after the frame has taken
 * the last of it, so that a slow module gets less and never a queue. A frame that takes nothing for some seconds is given up.
 */
export class ModuleLink {
  private readonly channel = new MessageChannel();
  private timer = 0;
  private number = 0;
  private waiting = true;
  private silentSince = performance.now();
  private patience = PATIENCE_MILLIS.first;
  private toldAt = 0;
  private state?: State;
  private values: Record<string, Value> = {};
  private second = 0;
  private reports = 0;

  constructor(
    private readonly frame: Window,
    private readonly wishes: Wishes,
  ) {
    this.channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => this.take(data);
  }

  /** Hands the frame its end of the channel, and the module to run. The frame's origin is opaque, so no address can be named. */
  begin(order: Extract<Order, { kind: 'mount' }>): void {
    this.frame.postMessage('gemello', '*', [this.channel.port2]);
    this.channel.port1.postMessage(order);
    this.timer = window.setInterval(() => this.beat(), EVERY_MILLIS);
  }

  end(): void {
    window.clearInterval(this.timer);
    this.channel.port1.close();
  }

  /** Told to the frame with the next beat; the newest value of a point replaces older ones. */
  tell(state: State | undefined, values: Record<string, Value>): void {
    this.state = state ?? this.state;
    Object.assign(this.values, values);
  }

  private beat(): void {
    const now = performance.now();
    if (this.waiting) {
      if (document.hidden) {
        this.silentSince = now; // a page that is not seen is given little time by the browser, and so is its frame
      } else if (now - this.silentSince > this.patience) {
        this.giveUp('silent');
      }
      return;
    }
    if (this.state || Object.keys(this.values).length > 0 || now - this.toldAt > ASK_MILLIS) {
      this.waiting = true;
      this.silentSince = this.toldAt = now;
      this.channel.port1.postMessage({ kind: 'update', number: ++this.number, state: this.state, values: this.values } satisfies Order);
      this.state = undefined;
      this.values = {};
    }
  }

  private giveUp(why: string): void {
    this.end();
    this.wishes.failed(why, true);
  }

  private take(data: unknown): void {
    const second = Math.floor(performance.now() / 1000);
    this.reports = second === this.second ? this.reports + 1 : 1;
    this.second = second;
    if (this.reports > MOST_REPORTS_A_SECOND) {
      this.giveUp('noisy');
      return;
    }
    const report = data as Report;
    switch (report?.kind) {
      case 'mounted':
        this.waiting = false;
        this.patience = PATIENCE_MILLIS.later;
        this.wishes.mounted();
        break;
      case 'seen':
        this.waiting = this.waiting && report.number !== this.number;
        break;
      case 'failed':
        this.wishes.failed(String(report.text).slice(0, 500), false);
        break;
      case 'command':
        void this.wishes
          .command(String(report.name), report.values)
          .then(outcome => this.channel.port1.postMessage({ kind: 'outcome', id: Number(report.id), outcome } satisfies Order));
        break;
      case 'trend':
        void this.wishes.trend(Array.isArray(report.points) ? report.points.map(String) : []);
        break;
      case 'height':
        this.wishes.setHeight(Number(report.pixels));
        break;
    }
  }
}
