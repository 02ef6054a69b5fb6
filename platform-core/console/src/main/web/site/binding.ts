import { isContent, type Content } from './document';

/** How the sources of each kind say where a point is. */
export const ADDRESS_KEYS = ['node', 'pointer', 'column', 'name', 'metric'] as const;

/** One point as it is bound, with the keys of its YAML. */
export interface BoundPoint {
  point: string;
  /** With the prefix of its block. */
  address: string;
  unit: string;
  keys: Content;
}

/** Another binding of a point, or none. */
export type Rebinding = { point: string; keys: Content } | { point: string; keys?: undefined };

/** All points of a binding document that are bound by their name. */
export function boundPoints(document: Content | undefined): BoundPoint[] {
  return blocks(document).flatMap(block =>
    pointsOf(block).map(keys => ({
      point: String(keys['point']),
      address: String(block['prefix'] ?? '') + String(ADDRESS_KEYS.map(key => keys[key]).find(value => value !== undefined) ?? ''),
      unit: String(keys['unit'] ?? ''),
      keys,
    })),
  );
}

/**
 * The document with other bindings of some points. What is bound anew goes into a block without a prefix and without settings of its own;
 * a block without points goes.
 *
 * @param document as it stands, or undefined where the twin is not bound to the connection yet
 */
export function rebound(connection: string, twin: string, document: Content | undefined, changes: Iterable<Rebinding>): Content {
  const wanted = [...changes];
  const changed = new Set(wanted.map(each => each.point));
  const kept = blocks(document)
    .map(block => ({ ...block, points: pointsOf(block).filter(keys => !changed.has(String(keys['point']))) }))
    .filter(block => block.points.length > 0) as (Content & { points: Content[] })[];
  const fresh = wanted.flatMap(each => (each.keys ? [{ point: each.point, ...each.keys }] : []));
  const plain = kept.find(block => Object.keys(block).every(key => key === 'twin' || key === 'points'));
  if (plain) {
    plain.points = [...plain.points, ...fresh];
  } else if (fresh.length > 0) {
    kept.push({ points: fresh });
  }
  return { ...document, connection, twin, bindings: kept };
}

function blocks(document: Content | undefined): Content[] {
  const list = document?.['bindings'];
  return Array.isArray(list) ? list.filter(isContent) : [];
}

function pointsOf(block: Content): Content[] {
  const list = block['points'];
  return Array.isArray(list) ? list.filter(isContent) : [];
}

/** Unit, scale and the like of a binding, as people read it. */
export function boundKeysText(keys: Content): string {
  return Object.entries(keys)
    .filter(([key, value]) => key !== 'point' && value !== undefined)
    .map(([key, value]) => (key === 'node' ? String(value) : `${key}: ${String(value)}`))
    .join(', ');
}
