import type { Content } from '../site/document';
import { answer, api, type Schemas } from './client';

export type SiteKind = Schemas['SiteKind'];
export type SiteDocument = Schemas['SiteDocument'];
export type SiteChange = Schemas['SiteChange'];
export type Probe = Schemas['ConnectionProbe'];
export type Reading = Schemas['ProbedPoint'];
export type TwinType = Schemas['TwinType'];
/** What may stand under `configuration` of a twin of a type. */
export type ConfigurationKey = Schemas['ConfigurationKey'];
/** `expected` is the revision that a document must have, {@link ABSENT} where it must not exist; without content it is removed. */
export type SiteEdit = Schemas['SiteEdit'];

export const ABSENT = 'absent';
const PAGE = 1000;

/** All documents of a kind. */
export async function documents(kind: SiteKind): Promise<SiteDocument[]> {
  const all: SiteDocument[] = [];
  let cursor: string | undefined;
  do {
    const call = api.GET('/site/documents', { params: { query: { kind, limit: PAGE, cursor } } });
    all.push(...(await answer(call)));
    cursor = nextCursor((await call).response);
  } while (cursor);
  return all;
}

/** One document as it is now; undefined where there is none. */
export async function document(kind: SiteKind, name: string): Promise<SiteDocument | undefined> {
  return (await answer(api.GET('/site/documents', { params: { query: { kind, name } } })))[0];
}

/** Makes all edits or none; `key` makes a repeated request the same one. */
export function changeSite(edits: SiteEdit[], dryRun: boolean, key: string): Promise<SiteChange> {
  return answer(api.POST('/site/changes', { body: { dryRun, edits }, headers: dryRun ? {} : { 'Idempotency-Key': key } }));
}

/** Reads the configuration folder again after files were changed by hand. */
export function reloadSite(): Promise<SiteChange> {
  return answer(api.POST('/site/reload'));
}

/** Reaches a source and reads once; nothing is stored. */
export function probe(connection: Content, bindings: Content[], seconds: number): Promise<Probe> {
  return answer(api.POST('/connection-probes', { body: { connection, bindings, seconds } }));
}

/** Types of twins that installed packs bring. */
export function twinTypes(): Promise<TwinType[]> {
  return answer(api.GET('/models'));
}

/** From the header `Link: <...?cursor=...>; rel="next"`. */
function nextCursor(response: Response): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
  return next ? (new URL(next, location.href).searchParams.get('cursor') ?? undefined) : undefined;
}
