import type { Colour, Value } from '#module';
import type { TwinFeed } from '../api/feed';
import { colour, theme } from '../base/theme';
import { standing } from '../format/quality';
import { valueWithUnit } from '../format/sample';
import type { State } from '../frame/protocol';
import { language } from '../text/text';
import type { Module } from './view';

const COLOURS: Colour[] = [
  ...(['ground', 'panel', 'raised', 'edge', 'grid', 'ink', 'ink-quiet', 'live', 'link', 'body', 'body-edge', 'value'] as const),
  ...(['alarm-CRITICAL', 'alarm-HIGH', 'alarm-MEDIUM', 'alarm-LOW'] as const),
  ...(['line-1', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6'] as const),
];

/** What a module sees of the console and the twin, but for the values: nothing that its widget does not name. */
export function shownState(feed: TwinFeed, spec: Module): State {
  return {
    language: language.value,
    dark: theme.dark,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    colours: Object.fromEntries(COLOURS.map(name => [name, colour(name)])) as Record<Colour, string>,
    points: (spec.points ?? []).flatMap(name => {
      const point = feed.point(name);
      return point ? [{ name, title: point.title, unit: point.unit }] : [];
    }),
    alarms: [...feed.alarms.values()].filter(alarm => alarm.active).map(({ name, severity, message }) => ({ name, severity, message })),
  };
}

/** Values that the module has not been told yet; `told` keeps the offset of each that it has. */
export function shownValues(feed: TwinFeed, spec: Module, told: Map<string, number>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const name of spec.points ?? []) {
    const sample = feed.sample(name);
    if (sample && told.get(name) !== sample.offset) {
      told.set(name, sample.offset);
      const { value, sourceTime: time } = sample;
      values[name] = { value: value ?? undefined, text: valueWithUnit(sample), quality: standing(sample.quality.code), time };
    }
  }
  return values;
}
