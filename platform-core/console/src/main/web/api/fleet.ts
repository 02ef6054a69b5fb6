import { answer, api, type Schemas } from './client';

type Twin = Schemas['Twin'];

export interface TwinFilter {
  type?: string;
  status?: Schemas['TwinStatus'];
  q?: string;
}

/** A page of twins after a filter. */
export function twins(filter: TwinFilter, limit: number, cursor?: string): Promise<Schemas['TwinPage']> {
  return answer(api.GET('/twins', { params: { query: { ...filter, limit, cursor } } }));
}

/** What a summary is made of: the first twins, which are all of a small site. */
export const SUMMARY_TWINS = 1000;

export interface Fleet {
  twins: Twin[];
  more: boolean;
}

export async function fleet(): Promise<Fleet> {
  const page = await twins({}, SUMMARY_TWINS);
  return { twins: page.items, more: page.next !== undefined };
}
