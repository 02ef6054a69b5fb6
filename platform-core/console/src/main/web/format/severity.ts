import type { Schemas } from '../api/client';

export type Severity = Schemas['Severity'];
/** Worst first. */
export const SEVERITIES: Severity[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];

/** The worst severity among the active alarms. */
export function worst(alarms: Iterable<{ active: boolean; severity: Severity }>): Severity | undefined {
  const active = new Set([...alarms].filter(alarm => alarm.active).map(alarm => alarm.severity));
  return SEVERITIES.find(severity => active.has(severity));
}

/** The severity of a value against limits in rising order; undefined where it is within all. */
export function beyond(value: number, limits: { value: number; severity: Severity; below?: boolean }[]): Severity | undefined {
  return worst(
    limits
      .filter(limit => (limit.below ? value <= limit.value : value >= limit.value))
      .map(limit => ({ active: true, severity: limit.severity })),
  );
}
