import { answer, api, type Schemas } from './client';

/** Past values of a point, thinned out so that no peak is lost. */
export function history(twin: string, point: string, from: number, to: number, maxPoints: number): Promise<Schemas['History']> {
  return answer(
    api.GET('/twins/{twinId}/points/{point}/history', {
      params: { path: { twinId: twin, point }, query: { from: iso(from), to: iso(to), maxPoints } },
    }),
  );
}

/** Means of a point over equal intervals. */
export function aggregates(twin: string, point: string, from: number, to: number, interval: string): Promise<Schemas['Aggregate'][]> {
  return answer(
    api.GET('/twins/{twinId}/points/{point}/aggregates', {
      params: { path: { twinId: twin, point }, query: { from: iso(from), to: iso(to), interval } },
    }),
  );
}

/** What all points of a twin were at a time; what was not known then is left out. */
export function stateAt(twin: string, time: number): Promise<Schemas['Sample'][]> {
  return answer(api.GET('/twins/{twinId}/state', { params: { path: { twinId: twin }, query: { at: iso(time) } } }));
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
