import type { TwinFeed } from '../api/feed';
import type { Living } from '../api/part';
import { numeric } from '../format/sample';
import { numberIn, textIn, type Row } from './table';
import type { Bars, BarSpec } from './view';

/** A value with its interval. */
export interface Bar {
  value: number | undefined;
  low?: number;
  high?: number;
}
/** What stands side by side, or on top of each other, under one name. */
export interface Group {
  name: string;
  bars: Bar[];
}

/** A group for each row. */
export function groupsOfTable(rows: Row[], { label, values = [] }: Bars): Group[] {
  return rows.map(row => ({
    name: textIn(row, label),
    bars: values.map(value => ({ value: numberIn(row, value.column), low: numberIn(row, value.low), high: numberIn(row, value.high) })),
  }));
}

/** A group for each point, or for each part that has it. */
export function groupsOfPoints(feed: TwinFeed, bars: BarSpec[]): Group[] {
  return bars.flatMap(bar => {
    if (bar.part) {
      feed.wantParts();
      return feed.partIds(bar.part).map(id => group(feed.parts.get(id)?.name ?? id, feed.parts.get(id), bar));
    }
    return [group(feed.point(bar.point)?.title ?? bar.point, feed, bar)];
  });
}

function group(name: string, source: Living | undefined, { point, low, high }: BarSpec): Group {
  const value = (of: string | undefined) => (of ? numeric(source?.sample(of)) : undefined);
  return { name, bars: [{ value: value(point), low: value(low), high: value(high) }] };
}
