import type { Occurrence } from './occurrence';

/** How long people took, in milliseconds. */
export interface Response {
  /** Half of those that were acknowledged took no longer; undefined where none was. */
  median?: number;
  ninety?: number;
  acknowledged: Occurrence[];
  /** Nobody has acknowledged them so far. */
  waiting: Occurrence[];
}

/** From raised to acknowledged. */
export function response(occurrences: Occurrence[]): Response {
  const acknowledged = occurrences.filter(each => each.acknowledged !== undefined).sort((a, b) => taken(a) - taken(b));
  const at = (share: number) => {
    const found = acknowledged[Math.ceil(acknowledged.length * share) - 1];
    return found && taken(found);
  };
  return {
    median: at(0.5),
    ninety: at(0.9),
    acknowledged,
    waiting: occurrences.filter(each => each.acknowledged === undefined),
  };
}

export function taken(occurrence: Occurrence): number {
  return (occurrence.acknowledged ?? NaN) - occurrence.raised;
}
