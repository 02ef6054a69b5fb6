import { nameOf, type Occurrence } from './occurrence';
import { TARGETS } from './targets';

/** One alarm with all times that it came. */
export interface Actor {
  source: string;
  alarm: string;
  alarms: Occurrence[];
}

/** By alarm, the most frequent first. */
export function actors(occurrences: Occurrence[]): Actor[] {
  const found = new Map<string, Actor>();
  for (const each of occurrences) {
    const actor = found.get(nameOf(each)) ?? { source: each.source, alarm: each.alarm, alarms: [] };
    actor.alarms.push(each);
    found.set(nameOf(each), actor);
  }
  return [...found.values()].sort((a, b) => b.alarms.length - a.alarms.length || nameOf(a).localeCompare(nameOf(b)));
}

/** Those that came three times or more within a minute, each time that did. */
export function chattering(all: Actor[]): Actor[] {
  const { times, millis } = TARGETS.chattering;
  return all.flatMap(actor => {
    const chatter = new Set<Occurrence>();
    actor.alarms.forEach((last, index) => {
      const first = actor.alarms[index - times + 1];
      if (first && last.raised - first.raised <= millis) {
        actor.alarms.slice(index - times + 1, index + 1).forEach(each => chatter.add(each));
      }
    });
    return chatter.size > 0 ? [{ ...actor, alarms: [...chatter] }] : [];
  });
}

/** Those that were gone before anybody could act, without anybody having acknowledged them, and do not chatter. */
export function fleeting(occurrences: Occurrence[], chatter: Actor[]): Occurrence[] {
  const chatters = new Set(chatter.flatMap(actor => actor.alarms));
  return occurrences.filter(
    each =>
      each.returned !== undefined &&
      each.returned - each.raised < TARGETS.fleeting.millis &&
      !(each.acknowledged !== undefined && each.acknowledged <= each.returned) &&
      !chatters.has(each),
  );
}

/** Those that have been active for longer than a day as the stretch ends, or were so long. */
export function stale(occurrences: Occurrence[], to: number): Occurrence[] {
  return occurrences.filter(each => (each.returned ?? to) - each.raised > TARGETS.stale.millis);
}
