import { BufferAttribute, BufferGeometry } from 'three';
import { numberIn, textIn, type Row } from '../widget/table';
import type { Rings } from '../widget/scene-view';

/** A ring of a plume: its middle, its radius in metres, and how thick the air is there, 0 to 1. */
export interface Ring {
  x: number;
  z: number;
  radius: number;
  strength: number;
}

const SIDES = 20;
/** What is strongest is still seen through. */
const MOST_OPACITY = 0.2;

/** The rings in the rows of one copy, or all rows where the node is none. */
export function ringsOf(rows: Row[], spec: Rings, copy: string | undefined): Ring[] {
  const [low, high] = spec.range;
  return rows
    .filter(row => copy === undefined || spec.twin === undefined || textIn(row, spec.twin) === copy)
    .flatMap(row => {
      const [z, radius, value] = [numberIn(row, spec.z), numberIn(row, spec.radius), numberIn(row, spec.strength)];
      return z === undefined || radius === undefined || value === undefined
        ? []
        : [{ x: numberIn(row, spec.x) ?? 0, z, radius, strength: Math.max(0, Math.min(1, (value - low) / (high - low || 1))) }];
    });
}

/** A round skin through the rings, as opaque as each is strong. */
export function plume(rings: Ring[]): BufferGeometry {
  const positions: number[] = [];
  const colours: number[] = [];
  const faces: number[] = [];
  rings.forEach(({ x, z, radius, strength }, ring) => {
    for (let side = 0; side < SIDES; side++) {
      const angle = (side / SIDES) * 2 * Math.PI;
      positions.push(x + radius * Math.cos(angle), radius * Math.sin(angle), z);
      colours.push(1, 1, 1, strength * MOST_OPACITY);
      if (ring > 0) {
        const [here, next] = [ring * SIDES + side, ring * SIDES + ((side + 1) % SIDES)];
        faces.push(here - SIDES, here, next, here - SIDES, next, next - SIDES);
      }
    }
  });
  const made = new BufferGeometry();
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  made.setAttribute('color', new BufferAttribute(new Float32Array(colours), 4));
  made.setIndex(faces);
  return made;
}
