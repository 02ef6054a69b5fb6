import type { PropertyValues } from 'lit';
import { aggregates } from '../api/history';
import type { Schemas } from '../api/client';
import { durationMillis } from '../format/time';
import { SizedWidget } from './sized';

export type Aggregate = Schemas['Aggregate'];
const AGAIN_MILLIS = 60_000;
/** As many as the platform gives. */
const MOST_INTERVALS = 10_000;

/** A widget that shows what was: it asks when it is shown first and every minute, while the page is seen. */
export abstract class PastWidget<S> extends SizedWidget<S> {
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.ask(), AGAIN_MILLIS);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.ask();
  }

  private async ask(): Promise<void> {
    if (!document.hidden) {
      await this.load().catch(() => this.forget()); // the history is away: what is there without it is shown nevertheless
    }
  }

  /** Reads what is to be shown. */
  protected abstract load(): Promise<void>;

  /** There is nothing to show. */
  protected abstract forget(): void;

  /** A point in equal intervals until now; longer ones than asked for where there would be too many. */
  protected intervals(point: string, span: string | undefined, spanDefault: string, interval: string): Promise<Aggregate[]> {
    const millis = durationMillis(span ?? spanDefault) || durationMillis(spanDefault);
    const seconds = Math.max(1, Math.ceil(Math.max(durationMillis(interval) || 0, millis / MOST_INTERVALS) / 1000));
    const now = Math.floor(Date.now() / 1000 / seconds) * seconds * 1000;
    return aggregates(this.feed.id, point, now - millis, now, `PT${seconds}S`);
  }
}
