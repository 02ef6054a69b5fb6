import { alarmJournal } from '../api/alarm-journal';
import { STATES, type StandingAlarm } from '../api/alarm-book';
import { answer, api } from '../api/client';
import { analyse, type Analysis } from './analysis';
import { nameOf, past, type Aside, type Occurrence } from './occurrence';

/** So long before the stretch begins one has to know what was put aside: the longest time of a shelf. */
const LEAD = 86_400_000;
const MOST_STANDING = 2000;

export interface Reading {
  analysis: Analysis;
  /** Sources that raised alarms, by name. */
  sources: string[];
  more: boolean;
}

/** Reads what happened and computes the figures of it; of one source where it is named. */
export async function read(from: number, to: number, source: string): Promise<Reading> {
  const [journal, standing] = await Promise.all([
    alarmJournal(from - LEAD, to),
    answer(api.GET('/alarms', { params: { query: { state: STATES, limit: MOST_STANDING } } })),
  ]);
  const of = (each: { source: string }) => source === '' || each.source === source;
  const told = past(journal.records.filter(of), from, asideBefore(standing, from - LEAD));
  return {
    analysis: analyse(told, standing.filter(of).flatMap(alarm => olderThan(alarm, from)), from, to),
    sources: [...new Set(journal.records.map(record => record.source))].sort(),
    more: journal.more,
  };
}

function asideBefore(standing: StandingAlarm[], time: number): Map<string, Aside> {
  const before = standing.filter(alarm => alarm.aside && Date.parse(alarm.aside.time) < time);
  return new Map(before.map(alarm => [nameOf({ source: alarm.source, alarm: alarm.name }), alarm.state as Aside]));
}

/** What was raised before the stretch and is still active and looked at. */
function olderThan(alarm: StandingAlarm, from: number): Occurrence[] {
  const { source, name, severity, message, active, aside } = alarm;
  const raised = Date.parse(alarm.since);
  return active && !aside && raised < from ? [{ source, alarm: name, severity, text: message, raised }] : [];
}
