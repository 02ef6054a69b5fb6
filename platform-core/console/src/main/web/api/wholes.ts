import { answer, api, type Schemas } from './client';

type Twin = Schemas['Twin'];
const PAGE = 1000;
/** More wholes than anybody looks at; beyond that a tree would only be long. */
const MOST_PAGES = 20;
const STATUSES: Schemas['TwinStatus'][] = ['RUNNING', 'CATCHING_UP', 'PARKED'];

/** How the twins of a site are composed: the twins that have parts, and of which whole each part is one. */
export interface Composition {
  wholes: Map<string, Twin>;
  /** Ids of the wholes, by part. */
  partOf: Map<string, string[]>;
}

export async function composition(): Promise<Composition> {
  const wholes = new Map<string, Twin>();
  await Promise.all(STATUSES.map(async status => (await withPartIn(status)).forEach(twin => wholes.set(twin.id, twin))));
  const partOf = new Map<string, string[]>();
  for (const whole of wholes.values()) {
    for (const part of new Set(Object.values(whole.parts ?? {}).flat())) {
      partOf.set(part, [...(partOf.get(part) ?? []), whole.id]);
    }
  }
  return { wholes: new Map([...wholes].sort(([a], [b]) => a.localeCompare(b))), partOf };
}

/** The twin's wholes, theirs, and so on, the twin itself not. */
export function above(id: string, { partOf }: Pick<Composition, 'partOf'>): Set<string> {
  const found = new Set<string>();
  const visit = (of: string) =>
    partOf.get(of)?.forEach(whole => {
      if (!found.has(whole)) {
        found.add(whole);
        visit(whole);
      }
    });
  visit(id);
  return found;
}

/** A whole has a part in some status; so those of all statuses are all wholes. */
async function withPartIn(status: Schemas['TwinStatus']): Promise<Twin[]> {
  const found: Twin[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await answer(
      api.GET('/twins', { params: { query: { 'part.status': status, limit: PAGE, cursor, view: 'brief' } } }),
    );
    found.push(...items);
    cursor = next;
    if (!next) {
      break;
    }
  }
  return found;
}
