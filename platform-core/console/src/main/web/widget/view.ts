import type { Severity } from '../format/severity';
import type { Role } from '../chart/line';
import type { Words } from '../text/text';
import type { Scene } from './scene-view';

/** A view of a pack; every key is told in docs/pack-views.md. */
export interface View {
  view: 1;
  twin: string;
  widgets: Widget[];
}

export interface Common {
  title: Words;
  width?: 'third' | 'half' | 'full';
  height?: 'small' | 'medium' | 'large';
}

export type PointRef = string | { point: string; digits?: number };
export interface TableRef {
  table: string;
  at?: string;
}
export interface Values extends Common {
  type: 'values';
  points: PointRef[];
}
export interface Mimic extends Common {
  type: 'mimic';
  file: string;
}
export interface SeriesSpec {
  point: string;
  part?: string;
  role?: Role;
  band?: string;
}
export interface TrendSpec extends Common {
  type: 'trend';
  series: SeriesSpec[];
  span?: string;
  alarms?: string[];
}
export interface AxisRef {
  point?: string;
  title?: Words;
  unit?: string;
}
export interface Curve extends TableRef {
  title: Words;
  x: string;
  y: string;
  low?: string;
  high?: string;
  role?: Role;
}
export interface Xy extends Common {
  type: 'xy';
  x: AxisRef;
  y: AxisRef;
  span?: string;
  interval?: string;
  bins?: number;
  curves?: Curve[];
}
export interface Limit {
  value: number;
  severity: Severity;
  below?: boolean;
}
export interface BarSpec {
  point: string;
  part?: string;
  low?: string;
  high?: string;
}
export interface BarValue {
  column: string;
  title: Words;
  low?: string;
  high?: string;
}
export interface Bars extends Common {
  type: 'bars';
  bars?: BarSpec[];
  table?: string;
  at?: string;
  label?: string;
  values?: BarValue[];
  stacked?: boolean;
  limits?: Limit[];
  direction?: 'across' | 'up';
  unit?: string;
}
export interface Histogram extends Common {
  type: 'histogram';
  point: string;
  span?: string;
  interval?: string;
  bin: number;
  limits?: Limit[];
}
export interface HeatAxis {
  column: string;
  title: Words;
  unit?: string;
}
export interface Heatmap extends Common {
  type: 'heatmap';
  point?: string;
  span?: string;
  table?: string;
  at?: string;
  x?: HeatAxis;
  y?: HeatAxis;
  value?: HeatAxis;
  low?: number;
  high?: number;
}
export interface Rose extends Common {
  type: 'rose';
  direction: string;
  speed: string;
  span?: string;
  interval?: string;
  sectors?: number;
  step: number;
}
export interface Column {
  column: string;
  title: Words;
  unit?: string;
  digits?: number;
  low?: string;
  high?: string;
  format?: 'number' | 'time' | 'percent' | 'severity' | 'twin';
}
export interface Table extends Common, TableRef {
  type: 'table';
  columns: Column[];
}
export interface Parts extends Common {
  type: 'parts';
  part: string;
  points: PointRef[];
}
export interface MapColour {
  point?: string;
  column?: string;
  low: number;
  high: number;
  unit?: string;
}
export interface MapSpec extends Common, TableRef {
  type: 'map';
  part?: string;
  twin: string;
  x: string;
  y: string;
  colour?: MapColour;
  heading?: string;
  number?: { point?: string; column?: string; digits?: number };
  vector?: Wind;
  links?: TableRef & { from: string; to: string; value?: string; unit?: string };
}
export interface Spectrum extends Common, TableRef {
  type: 'spectrum';
  x: { column: string; unit?: string };
  y: { column: string; unit?: string };
  log?: boolean;
  limit?: { column: string };
  marks?: TableRef & { x: string; label: string };
}
export interface Text extends Common {
  type: 'text';
  text?: Words;
  point?: string;
}
export interface Module extends Common {
  type: 'module';
  file: string;
  points?: string[];
  commands?: string[];
}
/** Points of a direction in degrees from north, from which it comes, and of a speed. */
export interface Wind {
  direction: string;
  speed: string;
}
export type Widget = Values | Mimic | TrendSpec | Xy | Bars | Histogram | Heatmap | Rose | Table | Parts | MapSpec | Spectrum | Text | Module | Scene;

export const HEIGHTS = { small: 200, medium: 320, large: 520 } as const;

export function heightOf(widget: Common): number {
  return HEIGHTS[widget.height ?? 'medium'];
}

export function pointOf(ref: PointRef): { point: string; digits?: number } {
  return typeof ref === 'string' ? { point: ref } : ref;
}
