import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TwinFeed } from '../api/feed';

/** Draws its element whenever its twin has changed. */
export class FeedFollower implements ReactiveController {
  private feed?: TwinFeed;
  private readonly changed = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost & { feed: TwinFeed }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.changed();
  }

  hostUpdate(): void {
    if (this.feed !== this.host.feed) {
      this.hostDisconnected();
      this.feed = this.host.feed;
      this.feed.addEventListener('change', this.changed);
    }
  }

  hostDisconnected(): void {
    this.feed?.removeEventListener('change', this.changed);
    this.feed = undefined;
  }
}
