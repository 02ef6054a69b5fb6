import type { ReactiveControllerHost } from 'lit';
import { isStanding } from '../alarm/state';
import { Poll } from '../base/poll';
import type { StandingAlarm } from './alarm-book';
import { answer, api } from './client';
import { session } from './session';
import { siteEvents } from './site-events';

const MOST = 100;
const EVERY_MILLIS = 5000;

/** The alarms that nobody has acknowledged, worst first, for a screen that shows only how many they are: followed where somebody follows them, else asked for. */
export class WaitingAlarms {
  private readonly poll: Poll<StandingAlarm[]>;

  constructor(host: ReactiveControllerHost) {
    this.poll = new Poll(host, () => this.ask(), EVERY_MILLIS);
    const changed = () => siteEvents.followed && void this.poll.now();
    const entered = () => void this.poll.now();
    host.addController({
      hostConnected: () => {
        siteEvents.addEventListener('change', changed);
        session.addEventListener('change', entered);
      },
      hostDisconnected: () => {
        siteEvents.removeEventListener('change', changed);
        session.removeEventListener('change', entered);
      },
    });
  }

  get all(): StandingAlarm[] {
    return this.poll.value ?? [];
  }

  /** How many they are, for people. */
  get count(): string {
    return this.all.length < MOST ? String(this.all.length) : `${MOST - 1}+`;
  }

  private async ask(): Promise<StandingAlarm[]> {
    if (!session.user) {
      return [];
    }
    const found =
      siteEvents.followed?.all() ??
      (await answer(api.GET('/alarms', { params: { query: { state: ['UNACKNOWLEDGED', 'RETURNED'], limit: MOST } } })));
    return found.filter(alarm => isStanding(alarm) && !alarm.acknowledged).slice(0, MOST);
  }
}
