import type { Line } from './line';

/** Lowest and highest value in sight, with a little room; bands count. */
export function extent(lines: Line[], [from, to]: [number, number]): { min: number; max: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const line of lines) {
    const widths = line.spec.band ? line.bandWidths() : undefined;
    line.values.forEach((value, index) => {
      const time = line.times[index] as number;
      if (value !== null && time >= from && time <= to) {
        low = Math.min(low, value - (widths?.[index] ?? 0));
        high = Math.max(high, value + (widths?.[index] ?? 0));
      }
    });
  }
  if (low > high) {
    return { min: 0, max: 1 };
  }
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return { min: low - room, max: high + room };
}
