import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Frame } from '../base/frame';
import { AlarmList } from './alarm-list';
import { Stream } from './stream';

/**
 * What happens on the whole site and is rare enough to be told of all twins: alarms and proposals. One stream for all who listen, open
 * as long as somebody does. `change` comes once a frame at most, `proposal` at once.
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
        { kinds: ['alarms', 'proposals'] },
        (name, data) => {
          this.alarms.take(name, data);
          if (name === 'proposal' || name === 'lost') {
            this.dispatchEvent(new Event('proposal'));
          }
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

  private newList(): AlarmList {
    return new AlarmList(undefined, () => this.frame.ask());
  }
}

const events = new SiteEvents();

/** Keeps an element drawn as the site's alarms are. */
export class SiteListener implements ReactiveController {
  private readonly changed = () => this.host.requestUpdate();

  /** @param proposal called when a proposal was made or has changed */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly proposal: () => void = () => {},
  ) {
    host.addController(this);
  }

  get alarms(): AlarmList {
    return events.alarms;
  }

  /** Whether what is shown follows the platform at this moment. */
  get open(): boolean {
    return events.open;
  }

  hostConnected(): void {
    events.addEventListener('change', this.changed);
    events.addEventListener('proposal', this.proposal);
    events.join();
  }

  hostDisconnected(): void {
    events.leave();
    events.removeEventListener('change', this.changed);
    events.removeEventListener('proposal', this.proposal);
  }
}
