import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

const AHEAD = '200px';
const ALL_MILLIS = 5000;

/**
 * Keeps rows of a long page that nobody sees as they were drawn last, so that what changes many times a second costs what is in sight. Each
 * row has its name as `data-row`. A row is drawn when it comes into sight, and all of them every five seconds, for those who search or print.
 */
export class Sight implements ReactiveController {
  private readonly seen = new Set<string>();
  private readonly watched = new Map<string, Element>();
  private readonly drawn = new Map<string, TemplateResult>();
  private readonly observer: IntersectionObserver;
  private allAt = 0;
  private all = true;
  private subject?: string;

  /** @param about when it is another one, all rows are drawn */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly about: () => string,
  ) {
    host.addController(this);
    this.observer = new IntersectionObserver(entries => this.moved(entries), { rootMargin: AHEAD });
  }

  hostUpdate(): void {
    const now = performance.now();
    const subject = this.about();
    this.all = subject !== this.subject || now - this.allAt > ALL_MILLIS;
    this.subject = subject;
    this.allAt = this.all ? now : this.allAt;
  }

  hostUpdated(): void {
    if (!this.all) {
      return;
    }
    for (const row of this.host.querySelectorAll<HTMLElement>('[data-row]')) {
      const name = row.dataset['row'] ?? '';
      if (this.watched.get(name) !== row) {
        this.watched.set(name, row);
        this.observer.observe(row);
      }
    }
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    [this.seen, this.watched, this.drawn].forEach(each => each.clear());
    this.subject = undefined;
  }

  /** The row as it is now, or as it was where it is out of sight. */
  row(name: string, draw: () => TemplateResult): TemplateResult {
    let row = this.drawn.get(name);
    if (!row || this.all || this.seen.has(name)) {
      row = draw();
      this.drawn.set(name, row);
    }
    return row;
  }

  private moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const name = (target as HTMLElement).dataset['row'] ?? '';
      if (isIntersecting) {
        this.seen.add(name);
      } else {
        this.seen.delete(name);
      }
    }
    this.host.requestUpdate();
  }
}
