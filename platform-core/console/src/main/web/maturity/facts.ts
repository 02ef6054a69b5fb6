import { answer, api, type Schemas } from '../api/client';
import { Kept } from '../api/kept';
import { ApiError } from '../api/problem';
import { knownViews } from '../api/views';
import { composition } from '../api/wholes';
import { simulatedPoints, type Seen } from './level';

type Twin = Schemas['Twin'];
const SITE_MILLIS = 30_000;
const TWIN_MILLIS = 30_000;
const AT_ONCE = 4;
/** Twins of which it is remembered. */
const MOST = 2000;

const composed = new Kept(composition, SITE_MILLIS);
const acting = new Kept(async () => {
  const page = await answer(api.GET('/proposals', { params: { query: { limit: 1000 } } }));
  return new Set(page.items.filter(proposal => proposal.given.length > 0).map(proposal => proposal.twin));
}, SITE_MILLIS);
const simulated = new Map<string, Kept<string[]>>();
const seen = new Map<string, Kept<Seen>>();

/** What is configured and running of a twin, read at most every half a minute. */
export function seenOf(twinId: string): Promise<Seen> {
  let kept = seen.get(twinId);
  if (!kept) {
    if (seen.size >= MOST) {
      seen.clear();
    }
    kept = new Kept(() => inTurn(() => read(twinId)), TWIN_MILLIS);
    seen.set(twinId, kept);
  }
  return kept.get();
}

/** Whether the site lets the platform accept some of a twin's proposals. */
export async function accepts(twinId: string): Promise<boolean> {
  try {
    const { accept } = await answer(api.GET('/twins/{twinId}/definition', { params: { path: { twinId } } }));
    return (accept?.length ?? 0) > 0;
  } catch (error) {
    if (error instanceof ApiError && error.problem.status > 0) {
      return false; // it is not in the site's description, or the person may not read that
    }
    throw error;
  }
}

async function read(twinId: string): Promise<Seen> {
  const [twin, { partOf }, acted, accepting] = await Promise.all([
    answer(api.GET('/twins/{twinId}', { params: { path: { twinId } } })),
    composed.get(),
    acting.get(),
    accepts(twinId),
  ]);
  return {
    running: twin.status === 'RUNNING',
    model: twin.model ?? { points: [], commands: [] },
    has: has(twin),
    alarms: twin.alarms.length > 0,
    simulated: await simulatedOf(twin.type),
    hasParts: Object.values(twin.parts ?? {}).some(parts => parts.length > 0),
    isPart: partOf.has(twinId),
    accepts: accepting,
    acted: acted.has(twinId),
  };
}

function has(twin: Twin): (point: string) => boolean {
  const known = new Set(twin.state.filter(sample => sample.value !== undefined).map(sample => sample.point));
  return point => known.has(twin.id + '/' + point);
}

function simulatedOf(type: string): Promise<string[]> {
  let kept = simulated.get(type);
  if (!kept) {
    kept = new Kept(async () => simulatedPoints((await knownViews(type)).map(each => each.view)), SITE_MILLIS);
    simulated.set(type, kept);
  }
  return kept.get();
}

const waiting: (() => void)[] = [];
let busy = 0;

/** Few questions at once: a list that is scrolled through must not flood the platform. */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) {
    await new Promise<void>(resolve => waiting.push(resolve));
  }
  busy++;
  try {
    return await act();
  } finally {
    busy--;
    waiting.shift()?.();
  }
}
