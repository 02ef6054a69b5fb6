import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PAUSE_MILLIS = 250;

/** Asks once somebody pauses while typing into a search field: `@input=${typing.on}`. */
export class Typing implements ReactiveController {
  private timer = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly find: (q: string) => Promise<void>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.timer);
  }

  readonly on = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.find(q), PAUSE_MILLIS);
  };
}
