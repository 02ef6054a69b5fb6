/** A column of a histogram: how many values from `low` to `high`. */
export interface Column {
  low: number;
  high: number;
  count: number;
}
const MOST_COLUMNS = 200;
const DEGREES = 360;

/** Values counted in columns of a width, whose borders are its multiples; at most 200, the outer ones are then left out. */
export function histogram(values: number[], width: number): Column[] {
  const numbers = values.map(value => Math.floor(value / width + 1e-9));
  const counts = new Map<number, number>();
  numbers.forEach(number => counts.set(number, (counts.get(number) ?? 0) + 1));
  const first = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const last = numbers.reduce((most, number) => Math.max(most, number), -Infinity);
  return Array.from({ length: Math.max(0, Math.min(MOST_COLUMNS, last - first + 1)) }, (_, index) => ({
    low: (first + index) * width,
    high: (first + index + 1) * width,
    count: counts.get(first + index) ?? 0,
  }));
}

/** Means of a bin with one standard deviation of the sample. */
export interface Bin {
  x: number;
  y: number;
  low: number;
  high: number;
  count: number;
}

/** The method of bins of IEC 61400-12-1:2017, 9.2: bins centred on multiples of the width, of those with at least three values (half an hour). */
export function methodOfBins(pairs: [number, number][], width: number): Bin[] {
  const LEAST = 3;
  const bins = new Map<number, [number, number][]>();
  for (const pair of pairs) {
    const number = Math.floor(pair[0] / width + 0.5);
    bins.set(number, [...(bins.get(number) ?? []), pair]);
  }
  return [...bins]
    .filter(([, members]) => members.length >= LEAST)
    .sort(([a], [b]) => a - b)
    .map(([, members]) => {
      const mean = (of: 0 | 1) => members.reduce((sum, member) => sum + member[of], 0) / members.length;
      const y = mean(1);
      const deviation = Math.sqrt(members.reduce((sum, member) => sum + (member[1] - y) ** 2, 0) / (members.length - 1));
      return { x: mean(0), y, low: y - deviation, high: y + deviation, count: members.length };
    });
}

/**
 * Shares of a rose by sector, clockwise from north, and class of speed.
 *
 * @param pairs direction in degrees and speed
 */
export function rose(pairs: [number, number][], sectors: number, step: number, classes: number): number[][] {
  const shares = Array.from({ length: sectors }, () => Array.from({ length: classes }, () => 0));
  for (const [direction, speed] of pairs) {
    const turned = ((direction % DEGREES) + DEGREES) % DEGREES;
    const sector = shares[Math.floor((turned * sectors) / DEGREES + 0.5) % sectors] as number[];
    const at = Math.min(classes - 1, Math.max(0, Math.floor(speed / step)));
    sector[at] = (sector[at] ?? 0) + 1 / pairs.length;
  }
  return shares;
}
