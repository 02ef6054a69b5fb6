import type { Schemas } from '../api/client';
import type { View } from '../widget/view';

export const LEVELS = ['mirror', 'monitor', 'simulate', 'federate', 'autonomous'] as const;
export type Level = (typeof LEVELS)[number];
/** Data flow between plant and twin: none, in, or both ways (Kritzinger et al. 2018). */
export type Flow = 'model' | 'shadow' | 'twin';

/** What is configured and running of a twin. */
export interface Seen {
  running: boolean;
  model: Pick<Schemas['Model'], 'points' | 'commands'>;
  /** Whether a point has a value. */
  has: (point: string) => boolean;
  alarms: boolean;
  /** Points in which a model of it computes, as the views of its type say. */
  simulated: string[];
  hasParts: boolean;
  isPart: boolean;
  /** Whether the site lets the platform accept some of its proposals. */
  accepts: boolean;
  /** Whether one of its proposals has given commands. */
  acted: boolean;
}

/** Which levels a twin does; each is told apart, none follows from another. */
export function levelsOf({ running, model, has, alarms, simulated, hasParts, isPart, accepts }: Seen): Set<Level> {
  const fed = (role: Schemas['PointSpec']['role']) => model.points.some(point => point.role === role && has(point.name));
  const reached: Record<Level, boolean> = {
    mirror: hasParts || fed('MEASURED'),
    monitor: running && (alarms || fed('DERIVED')),
    simulate: running && simulated.some(has),
    federate: running && (hasParts || isPart),
    autonomous: running && accepts,
  };
  return new Set(LEVELS.filter(level => reached[level]));
}

/** A model has no values of the plant, a shadow has them, itself or by its parts; a twin acts back by set points or by what it proposed. */
export function flowOf({ model, has, hasParts, acted }: Seen): Flow {
  const fed = (role: Schemas['PointSpec']['role']) => model.points.some(point => point.role === role && has(point.name));
  return acted || (model.commands.length > 0 && fed('SETPOINT')) ? 'twin' : hasParts || fed('MEASURED') ? 'shadow' : 'model';
}

/** The points that views show as what a model computes beside the plant. */
export function simulatedPoints(views: View[]): string[] {
  return views
    .flatMap(view => view.widgets)
    .flatMap(widget => (widget.type === 'trend' ? widget.series : []))
    .filter(series => !series.part && (series.role === 'model' || series.role === 'residual'))
    .map(series => series.point);
}
