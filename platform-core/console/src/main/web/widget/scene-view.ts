import type { Words } from '../text/text';
import type { Common, Limit, PointRef, TableRef, Wind } from './view';

export type Vector = [number, number, number];
export type Axis = 'x' | 'y' | 'z';
/** Once for each row of a table, at the row's metres east and north. With `part` its points and alarms are those of the part in the row. */
export interface Repeat extends TableRef {
  part?: string;
  twin: string;
  east: string;
  north: string;
}
/** Rows of a table as rings of a plume: columns of their middle along z and x, of their radius, and of what makes them opaque over a range. */
export interface Rings extends TableRef {
  /** Column with the id of the copy that a ring belongs to. */
  twin?: string;
  z: string;
  x?: string;
  radius: string;
  strength: string;
  range: [number, number];
}
/** A body with what hangs on it; lengths in metres, angles in degrees, y up. */
export interface SceneNode {
  title?: Words;
  points?: PointRef[];
  shape?: 'box' | 'cylinder' | 'cone' | 'sphere' | 'tube' | 'extrusion' | 'plume' | 'model';
  size?: Vector;
  radius?: number;
  top?: number;
  height?: number;
  depth?: number;
  path?: Vector[];
  profile?: [number, number][];
  rings?: Rings;
  file?: string;
  repeat?: Repeat;
  at?: Vector;
  turn?: Vector;
  scale?: number;
  look?: 'body' | 'dark' | 'glass' | 'ground';
  spin?: { point: string; axis: Axis; factor?: number };
  rotate?: { point: string; axis: Axis; factor?: number; offset?: number };
  move?: { point: string; by: Vector; range: [number, number] };
  alarms?: string[];
  fill?: { point: string; steps: Limit[] };
  show?: { point: string; when: string };
  label?: PointRef;
  children?: SceneNode[];
}
export interface Camera {
  title: Words;
  from: Vector;
  to: Vector;
  /** From this direction, as far away as all is seen. */
  fit?: boolean;
}
/** A grid under all with scale and north, and an arrow of where it comes from. */
export interface Ground {
  vector?: Wind;
}
export interface Scene extends Common {
  type: 'scene';
  nodes: SceneNode[];
  cameras?: Camera[];
  ground?: Ground;
}
