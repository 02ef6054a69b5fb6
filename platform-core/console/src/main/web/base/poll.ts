import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const ON_EVENT = 0;
const RETRY_MILLIS = 5000;

/**
 * Asks again and again while its element is shown and the page is seen; keeps the last answer when one fails. With {@link ON_EVENT} it asks
 * when it is told, and by itself only where an answer has failed.
 */
export class Poll<T> implements ReactiveController {
  value?: T;
  error?: unknown;
  private timer = 0;
  private round = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: () => Promise<T>,
    private readonly everyMillis = 5000,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.seen);
    void this.now();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.seen);
    window.clearTimeout(this.timer);
    this.round++;
  }

  /** Asks at once; an answer to an older question is dropped. */
  async now(): Promise<void> {
    window.clearTimeout(this.timer);
    const round = ++this.round;
    try {
      const value = await this.ask();
      if (round === this.round) {
        this.value = value;
        this.error = undefined;
      }
    } catch (error) {
      if (round === this.round) {
        this.error = error;
      }
    }
    if (round === this.round) {
      this.host.requestUpdate();
      if (this.everyMillis !== ON_EVENT || this.error) {
        this.timer = window.setTimeout(this.seen, this.everyMillis || RETRY_MILLIS);
      }
    }
  }

  private readonly seen = () => {
    if (!document.hidden && (this.everyMillis !== ON_EVENT || this.error)) {
      void this.now();
    }
  };
}
