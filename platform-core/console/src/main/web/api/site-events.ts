import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Frame } from '../base/frame';
import { AlarmList } from './alarm-list';
import { Stream, type EventName } from './stream';

/**
 * What happens on the whole site and is rare enough to be told of all twins. One stream for all who listen, open as long as somebody does.
 * `change` comes once a frame at most, when an alarm has changed; the events themselves come at once.
 */
class SiteEvents extends EventTarget {
  alarms = this.newList();
  open = false;
  private stream?: Stream;
  private listeners = 0;
  private readonly frame = new Frame(() => this.dispatchEvent(new Event('change')));

  join(): void {
    if (this.listeners++ === 0) {
      this.alarms = this.newList();
      this.stream = new Stream(
        { kinds: ['alarms', 'commands', 'proposals', 'health', 'jobs', 'packs', 'site'] },
        (name, data) => {
          this.alarms.take(name, data);
          this.dispatchEvent(new CustomEvent(name, { detail: data }));
        },
        open => {
          this.open = open;
          this.frame.ask();
        },
      );
      void this.alarms.load();
    }
  }

  leave(): void {
    if (--this.listeners === 0) {
      this.stream?.close();
      this.stream = undefined;
    }
  }

  /** The alarms, as long as somebody follows them. */
  get followed(): AlarmList | undefined {
    return this.listeners > 0 && this.alarms.loaded ? this.alarms : undefined;
  }

  private newList(): AlarmList {
    return new AlarmList(undefined, () => this.frame.ask());
  }
}

export const siteEvents = new SiteEvents();

/** What an element does about events, by their name; `lost` says that some were missed. */
type Takers = Partial<Record<EventName, (data: unknown) => void>>;

/** Keeps an element drawn as the site's alarms are, and tells it of what else it wants to know. */
export class SiteListener implements ReactiveController {
  private readonly changed = () => this.host.requestUpdate();
  private readonly heard: [string, (event: Event) => void][];

  constructor(
    private readonly host: ReactiveControllerHost,
    takers: Takers = {},
  ) {
    host.addController(this);
    this.heard = Object.entries(takers).map(([name, take]) => [name, event => take((event as CustomEvent).detail)]);
    this.heard.push(['change', this.changed]);
  }

  get alarms(): AlarmList {
    return siteEvents.alarms;
  }

  /** Whether what is shown follows the platform at this moment. */
  get open(): boolean {
    return siteEvents.open;
  }

  hostConnected(): void {
    this.heard.forEach(([name, take]) => siteEvents.addEventListener(name, take));
    siteEvents.join();
  }

  hostDisconnected(): void {
    siteEvents.leave();
    this.heard.forEach(([name, take]) => siteEvents.removeEventListener(name, take));
  }
}
