import { parseYaml } from '../base/yaml';
import type { Schemas } from '../api/client';
import type { Rebinding } from './binding';
import { isContent } from './document';
import { unitKeys } from './units';

/** A variable of the source, as a proposal names it. */
export interface Proposed {
  /** Named after the path of its nodes. */
  name: string;
  node: string;
  unit: string;
  writable: boolean;
}

/** The points of a proposed binding file; that one can be written stands in a remark behind its line. */
export async function readProposal(yaml: string): Promise<Proposed[]> {
  const document = await parseYaml(yaml);
  const writable = new Set([...yaml.matchAll(/^ *- \{point: ([^,]+),.*\} {2}# can be written/gm)].map(match => match[1]));
  const bindings = isContent(document) && Array.isArray(document['bindings']) ? document['bindings'].filter(isContent) : [];
  return bindings
    .flatMap(binding => (Array.isArray(binding['points']) ? binding['points'].filter(isContent) : []))
    .map(keys => ({
      name: String(keys['point']),
      node: String(keys['node']),
      unit: String(keys['unit']),
      writable: writable.has(String(keys['point'])),
    }));
}

/** For each point of a model the variable of the same name, however deep below; where several have it, none. */
export function matches(points: readonly { name: string }[], proposed: readonly Proposed[]): Map<string, Proposed> {
  const found = new Map<string, Proposed>();
  for (const { name } of points) {
    const wanted = name.toLowerCase();
    const exact = proposed.filter(each => each.name.toLowerCase() === wanted);
    const ends = exact.length > 0 ? exact : proposed.filter(each => each.name.toLowerCase().endsWith('.' + wanted));
    if (ends.length === 1 && ends[0]) {
      found.set(name, ends[0]);
    }
  }
  return found;
}

/** A point bound to a variable, in the unit of the point; a set point may be written where the source lets it be. */
export function boundTo(point: Schemas['PointSpec'], source: Pick<Proposed, 'node' | 'unit' | 'writable'>): Rebinding {
  const write = source.writable && point.role === 'SETPOINT' ? { write: true } : {};
  return { point: point.name, keys: { node: source.node, ...unitKeys(point.unit, source.unit), ...write } };
}
