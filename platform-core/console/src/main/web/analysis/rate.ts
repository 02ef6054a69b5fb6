import type { Occurrence } from './occurrence';
import { TARGETS } from './targets';

export const TEN_MINUTES = 600_000;

/** A stretch of time with the alarms that were raised in it. */
export interface Interval {
  begin: number;
  end: number;
  alarms: Occurrence[];
}

/** Intervals of ten minutes from `from` on; the last one ends with `to`. */
export function tenMinutes(occurrences: Occurrence[], from: number, to: number): Interval[] {
  const intervals = Array.from({ length: Math.ceil((to - from) / TEN_MINUTES) }, (_, index) => ({
    begin: from + index * TEN_MINUTES,
    end: Math.min(to, from + (index + 1) * TEN_MINUTES),
    alarms: [] as Occurrence[],
  }));
  for (const each of occurrences) {
    intervals[Math.floor((each.raised - from) / TEN_MINUTES)]?.alarms.push(each);
  }
  return intervals;
}

/** Days where the person is, from midnight to midnight; the first and the last one may be cut off. */
export function days(occurrences: Occurrence[], from: number, to: number): Interval[] {
  const intervals: Interval[] = [];
  for (let begin = from; begin < to; ) {
    const midnight = new Date(begin);
    midnight.setHours(24, 0, 0, 0);
    const end = Math.min(to, midnight.getTime());
    intervals.push({ begin, end, alarms: occurrences.filter(each => each.raised >= begin && each.raised < end) });
    begin = end;
  }
  return intervals;
}

/** Floods (16.5): from an interval with more than ten alarms to the first one with fewer than five, which is no longer of it. */
export function floods(intervals: Interval[]): Interval[] {
  const found: Interval[] = [];
  let open: Interval | undefined;
  for (const { begin, end, alarms } of intervals) {
    if (open && alarms.length < TARGETS.flood.end) {
      open = undefined;
    } else if (open) {
      open.end = end;
      open.alarms.push(...alarms);
    } else if (alarms.length > TARGETS.flood.begin) {
      open = { begin, end, alarms: [...alarms] };
      found.push(open);
    }
  }
  return found;
}

/** Share of a stretch of time that these intervals take. */
export function shareOf(intervals: Interval[], from: number, to: number): number {
  return to > from ? intervals.reduce((sum, each) => sum + each.end - each.begin, 0) / (to - from) : 0;
}
