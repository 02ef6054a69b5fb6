import { SEVERITIES } from '../format/severity';
import type { Schemas } from './client';

export type StandingAlarm = Schemas['StandingAlarm'];
export type AlarmState = Schemas['AlarmState'];
export type AlarmAction = Schemas['AlarmAction'];

/** In the order in which an alarm comes to them (ISA-18.2-2016, 5.4). */
export const STATES: AlarmState[] = ['UNACKNOWLEDGED', 'ACKNOWLEDGED', 'RETURNED', 'NORMAL', 'SHELVED', 'SUPPRESSED', 'OUT_OF_SERVICE'];
const ASIDE: Partial<Record<AlarmAction, AlarmState>> = {
  SHELVE: 'SHELVED',
  SUPPRESS: 'SUPPRESSED',
  TAKE_OUT_OF_SERVICE: 'OUT_OF_SERVICE',
};

/**
 * Alarms as the events of the log change them, by the platform's own rules: the same events in the same order give the same book, also
 * where some of them are in the list already that it began with.
 */
export class AlarmBook {
  private readonly alarms = new Map<string, StandingAlarm>();

  all(): StandingAlarm[] {
    return [...this.alarms.values()];
  }

  put(alarm: StandingAlarm): void {
    this.alarms.set(key(alarm.source, alarm.name), alarm);
  }

  replace(alarms: StandingAlarm[]): void {
    this.alarms.clear();
    alarms.forEach(alarm => this.put(alarm));
  }

  /** It has been raised, has changed or is back to normal. */
  changed({ twin, alarm }: Pick<Schemas['AlarmEvent'], 'twin' | 'alarm'>): void {
    const known = this.alarms.get(key(twin, alarm.name));
    const worse = known !== undefined && SEVERITIES.indexOf(alarm.severity) < SEVERITIES.indexOf(known.severity);
    const occurs = alarm.active && (!known?.active || worse);
    const acknowledged = !occurs && (known?.acknowledged ?? true);
    this.put({
      ...known,
      ...alarm,
      source: twin,
      since: known?.active === alarm.active ? known.since : alarm.since,
      acknowledged,
      state: stateOf(alarm.active, acknowledged, known?.aside),
    });
  }

  /** Something was done about it; nothing where it is not known. */
  handled(event: Pick<Schemas['AlarmHandledEvent'], 'source' | 'alarm' | 'action' | 'by' | 'reason' | 'until' | 'time'>): void {
    const known = this.alarms.get(key(event.source, event.alarm));
    if (known) {
      const { action, by, reason, until, time } = event;
      const handling = { action, by, reason, until, time };
      const aside = action === 'ACKNOWLEDGE' ? known.aside : action === 'RESTORE' ? undefined : handling;
      const acknowledged = known.acknowledged || action === 'ACKNOWLEDGE';
      this.put({ ...known, acknowledged, aside, handling, state: stateOf(known.active, acknowledged, aside) });
    }
  }
}

function stateOf(active: boolean, acknowledged: boolean, aside: Schemas['AlarmHandling'] | undefined): AlarmState {
  return (
    (aside && ASIDE[aside.action]) ?? (active ? (acknowledged ? 'ACKNOWLEDGED' : 'UNACKNOWLEDGED') : acknowledged ? 'NORMAL' : 'RETURNED')
  );
}

function key(source: string, name: string): string {
  return source + '/' + name;
}
