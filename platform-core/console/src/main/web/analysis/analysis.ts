import { SEVERITIES, type Severity } from '../format/severity';
import { actors, chattering, fleeting, stale, type Actor } from './nuisance';
import type { Occurrence, Past, PutAside } from './occurrence';
import { days, floods, shareOf, tenMinutes, TEN_MINUTES, type Interval } from './rate';
import { response, type Response } from './response';
import { TARGETS } from './targets';

const DAY = 86_400_000;
const TOP = 10;

/** The alarm system of a stretch of time, after ISA-18.2-2016, clause 16 (IEC 62682, EEMUA 191). */
export interface Analysis {
  from: number;
  to: number;
  /** Those that came to somebody: what was put aside is not among them. */
  annunciated: Occurrence[];
  perDay: number;
  perTenMinutes: number;
  intervals: Interval[];
  /** Intervals of ten minutes with more than ten. */
  peaks: Interval[];
  days: Interval[];
  floods: Interval[];
  floodShare: number;
  actors: Actor[];
  /** Share of all that the ten most frequent ones make. */
  topTenShare: number;
  chattering: Actor[];
  fleeting: Occurrence[];
  stale: Occurrence[];
  priorities: { severity: Severity; alarms: Occurrence[]; share: number; target: number }[];
  response: Response;
  /** Raised while they were put aside. */
  unseen: Occurrence[];
  putAside: PutAside[];
}

/**
 * @param past  what was raised in the stretch
 * @param older what was raised before it and is active still, for the stale ones
 */
export function analyse({ occurrences, putAside }: Past, older: Occurrence[], from: number, to: number): Analysis {
  const annunciated = occurrences.filter(each => !each.aside);
  const intervals = tenMinutes(annunciated, from, to);
  const flooded = floods(intervals);
  const all = actors(annunciated);
  const chatter = chattering(all);
  const total = annunciated.length;
  const share = (part: number) => (total === 0 ? 0 : part / total);
  return {
    from,
    to,
    annunciated,
    perDay: (total * DAY) / (to - from),
    perTenMinutes: (total * TEN_MINUTES) / (to - from),
    intervals,
    peaks: intervals.filter(each => each.alarms.length > TARGETS.peak.most),
    days: days(annunciated, from, to),
    floods: flooded,
    floodShare: shareOf(flooded, from, to),
    actors: all,
    topTenShare: share(all.slice(0, TOP).reduce((sum, actor) => sum + actor.alarms.length, 0)),
    chattering: chatter,
    fleeting: fleeting(annunciated, chatter),
    stale: stale([...older, ...annunciated], to),
    priorities: [...SEVERITIES].reverse().map(severity => {
      const alarms = annunciated.filter(each => each.severity === severity);
      return { severity, alarms, share: share(alarms.length), target: TARGETS.priorities[severity] };
    }),
    response: response(annunciated),
    unseen: occurrences.filter(each => each.aside),
    putAside,
  };
}
