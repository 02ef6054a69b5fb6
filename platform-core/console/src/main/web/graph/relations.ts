import { above, type Composition } from '../api/wholes';

/** A part, its whole, and the role that it has there. */
export interface Relation {
  whole: string;
  role: string;
  part: string;
}

export interface Relations {
  twins: Set<string>;
  relations: Relation[];
  /** Whether there are more twins than were asked for. */
  more: boolean;
}

/** What is composed of what: on the whole site, or above and below one twin; with so many twins at most. */
export function relationsOf(composition: Composition, most: number, centre?: string): Relations {
  const twins = new Set<string>();
  let more = false;
  const partsOf = (id: string) => Object.entries(composition.wholes.get(id)?.parts ?? {});
  const take = (id: string) => {
    if (twins.has(id) || twins.size >= most) {
      more ||= !twins.has(id);
      return;
    }
    twins.add(id);
    partsOf(id).forEach(([, parts]) => parts.forEach(take));
  };
  if (centre === undefined) {
    composition.wholes.forEach((_, id) => take(id));
  } else {
    take(centre);
    above(centre, composition).forEach(id => twins.add(id));
  }
  const relations = [...twins].flatMap(whole =>
    partsOf(whole).flatMap(([role, parts]) => parts.filter(part => twins.has(part)).map(part => ({ whole, role, part }))),
  );
  return { twins, relations, more };
}
