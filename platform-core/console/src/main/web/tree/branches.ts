import { answer, api, type Schemas } from '../api/client';

type Twin = Schemas['Twin'];
const PAGE = 1000;

/** Which twins a branch holds: the parts of one, or those of a type. */
export type BranchOf = { partOf: string } | { type: string };

export interface Branch {
  twins: Twin[];
  all: boolean;
}

/** What is below the nodes of a tree, read when it is first asked for, page by page. */
export class Branches {
  private readonly known = new Map<string, Branch & { of: BranchOf; next?: string; busy: boolean }>();
  private round = 0;

  /** @param changed called when something has been read, with the error where it could not be */
  constructor(private readonly changed: (error?: unknown) => void) {}

  /** What is known so far; begins to read it where nothing is. */
  get(of: BranchOf): Branch {
    const key = JSON.stringify(of);
    let branch = this.known.get(key);
    if (!branch) {
      branch = { of, twins: [], all: false, busy: false };
      this.known.set(key, branch);
      void this.more(of);
    }
    return branch;
  }

  /** The next page. */
  async more(of: BranchOf): Promise<void> {
    const branch = this.known.get(JSON.stringify(of));
    if (!branch || branch.busy || branch.all) {
      return;
    }
    const round = this.round;
    branch.busy = true;
    try {
      const page = await answer(api.GET('/twins', { params: { query: { ...of, limit: PAGE, cursor: branch.next, view: 'brief' } } }));
      branch.twins.push(...page.items);
      branch.next = page.next;
      branch.all = page.next === undefined;
      branch.busy = false;
      if (round === this.round) {
        this.changed();
      }
    } catch (error) {
      branch.busy = false;
      this.changed(error);
    }
  }

  /** Forgets everything; what is asked for next is read anew. */
  clear(): void {
    this.round++;
    this.known.clear();
  }
}
