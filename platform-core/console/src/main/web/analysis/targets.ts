import type { Severity } from '../format/severity';

/**
 * Figures that alarm systems are held against, for one operator's position: ANSI/ISA-18.2-2016 and IEC 62682:2022, clause 16 (monitoring and
 * assessment); EEMUA 191, 3rd edition, gives the same rates.
 */
export const TARGETS = {
  /** Annunciated alarms: very likely acceptable, and the most that is manageable. */
  perDay: { good: 150, most: 300 },
  perTenMinutes: { good: 1, most: 2 },
  /** Most alarms in ten minutes, and the share of such intervals with more. */
  peak: { most: 10, share: 0.01 },
  /** A flood begins with more than `begin` alarms in ten minutes and ends with fewer than `end`. */
  flood: { begin: 10, end: 5, share: 0.01 },
  /** Share of all alarms that the ten most frequent ones make. */
  topTen: { good: 0.01, most: 0.05 },
  /** There should be none. So often within a minute is the usual rule of ISA-TR18.2.5. */
  chattering: { times: 3, millis: 60_000 },
  /** There should be none: gone before anybody could act. */
  fleeting: { millis: 30_000 },
  /** Active for longer than a day; fewer than five of them on any day. */
  stale: { millis: 86_400_000, most: 5 },
  /** Shares of annunciated alarms; a fourth, highest priority has less than 1 %. */
  priorities: { LOW: 0.8, MEDIUM: 0.15, HIGH: 0.05, CRITICAL: 0.01 } satisfies Record<Severity, number>,
  /** A priority whose share is above its target by more than this is marked. */
  prioritySlack: 0.1,
} as const;
