import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its element once a second: ages grow although nothing comes. */
export class Clock implements ReactiveController {
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
  }
}
