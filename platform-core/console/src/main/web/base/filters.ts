import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { replaceQuery } from './router';

const PAUSE_MILLIS = 250;

/** Filters of a screen, kept in its address; a text counts once somebody pauses while typing. */
export class Filters implements ReactiveController {
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost & { query: URLSearchParams }) {
    host.addController(this);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.timer);
  }

  type(name: string, text: string): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.set(name, text), PAUSE_MILLIS);
  }

  set(name: string, value: string): void {
    const query = new URLSearchParams(this.host.query);
    query.set(name, value);
    this.host.query = query;
    replaceQuery(Object.fromEntries(query));
  }
}
