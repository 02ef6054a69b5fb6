import type { Schemas } from '../api/client';

type Operation = Schemas['PackOperation'];

/** A time in which one version of a pack served. */
export interface Served {
  version: string;
  from: string;
  /** Absent where it still serves. */
  until?: string;
  /** What brought it. */
  by: Operation;
  /** Whether it came back because the next one was not confirmed. */
  back: boolean;
}

/** Which version of a pack served when, the latest first, as its operations tell. */
export function served(operations: Operation[], pack: string): Served[] {
  const times: Served[] = [];
  const begin = (version: string, from: string, by: Operation, back = false) => {
    const last = times[times.length - 1];
    if (last && !last.until) {
      last.until = from;
    }
    if (version) {
      times.push({ version, from, by, back });
    }
  };
  const mine = operations.filter(each => each.pack === pack).sort((a, b) => a.started.localeCompare(b.started));
  for (const operation of mine) {
    const cut = operation.steps.find(step => step.name === 'cut')?.at;
    const ended = operation.ended ?? operation.started;
    if (operation.outcome === 'DONE') {
      begin(operation.action === 'REMOVE' ? '' : operation.to, cut ?? ended, operation);
    } else if (operation.outcome === 'ROLLED_BACK' && cut) {
      begin(operation.to, cut, operation);
      begin(operation.from, ended, operation, true);
    } else if (operation.outcome === 'UNDER_WAY' && cut) {
      begin(operation.to, cut, operation); // it serves and is being watched
    }
  }
  return times.reverse();
}
