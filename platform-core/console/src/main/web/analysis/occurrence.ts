import type { Schemas } from '../api/client';
import { SEVERITIES, type Severity } from '../format/severity';

export type AlarmRecord = Schemas['AlarmRecord'];
export type Aside = 'SHELVED' | 'SUPPRESSED' | 'OUT_OF_SERVICE';

/** One alarm that came to somebody: from its being raised to its return; times are milliseconds. */
export interface Occurrence {
  source: string;
  alarm: string;
  severity: Severity;
  text: string;
  raised: number;
  acknowledged?: number;
  returned?: number;
  /** How it was put aside as it was raised: then nobody was bothered by it. */
  aside?: Aside;
}

/** Somebody put an alarm aside. */
export interface PutAside {
  source: string;
  alarm: string;
  how: Aside;
  time: number;
  by: string;
  reason: string;
}

/** What the records of a stretch of time tell. */
export interface Past {
  /** Those that were raised in it, oldest first. */
  occurrences: Occurrence[];
  putAside: PutAside[];
}

const ASIDE: Partial<Record<AlarmRecord['event'], Aside>> = {
  SHELVED: 'SHELVED',
  SUPPRESSED: 'SUPPRESSED',
  TAKEN_OUT_OF_SERVICE: 'OUT_OF_SERVICE',
};

interface Standing {
  open?: Occurrence;
  /** Not yet acknowledged. */
  waiting?: Occurrence;
  aside?: Aside;
}

export function nameOf(alarm: { source: string; alarm: string }): string {
  return alarm.source + '/' + alarm.alarm;
}

/**
 * The occurrences among records in the order of the log. As the platform asks for an acknowledgement anew where an active alarm becomes worse,
 * that is an occurrence of its own; another message is none.
 *
 * @param records also those of some time before, which tell what was active and what was put aside as the stretch began
 * @param from    only what began here or later is told
 * @param aside   what was put aside before the first record, by name
 */
export function past(records: AlarmRecord[], from: number, aside = new Map<string, Aside>()): Past {
  const alarms = new Map<string, Standing>([...aside].map(([name, how]) => [name, { aside: how }]));
  const told: Past = { occurrences: [], putAside: [] };
  for (const record of records) {
    const name = nameOf(record);
    const alarm: Standing = alarms.get(name) ?? {};
    alarms.set(name, alarm);
    const time = Date.parse(record.time);
    const how = ASIDE[record.event];
    if (record.event === 'RAISED') {
      raise(alarm, record, time, told.occurrences);
    } else if (record.event === 'RETURNED') {
      end(alarm, time);
    } else if (record.event === 'ACKNOWLEDGED' && alarm.waiting) {
      alarm.waiting.acknowledged = time;
      alarm.waiting = undefined;
    } else if (how) {
      alarm.aside = how;
      told.putAside.push({ source: record.source, alarm: record.alarm, how, time, by: record.by ?? '', reason: record.text });
    } else if (record.event === 'RESTORED') {
      alarm.aside = undefined;
    }
  }
  return {
    occurrences: told.occurrences.filter(each => each.raised >= from).sort((a, b) => a.raised - b.raised),
    putAside: told.putAside.filter(each => each.time >= from),
  };
}

function raise(alarm: Standing, record: AlarmRecord, time: number, into: Occurrence[]): void {
  const severity = record.severity ?? 'LOW';
  if (alarm.open) {
    if (SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(alarm.open.severity)) {
      return;
    }
    end(alarm, time);
  }
  const occurrence: Occurrence = { source: record.source, alarm: record.alarm, severity, text: record.text, raised: time, aside: alarm.aside };
  alarm.open = occurrence;
  alarm.waiting = occurrence;
  into.push(occurrence);
}

function end(alarm: Standing, time: number): void {
  if (alarm.open) {
    alarm.open.returned = time;
    alarm.open = undefined;
  }
}
