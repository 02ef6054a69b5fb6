import { answer, api } from '../api/client';
import { ApiError } from '../api/problem';
import { composition, type Composition } from '../api/wholes';
import type { Severity } from '../format/severity';
import { Branches } from './branches';
import { bubbled, childOf, lines, type Line, type Node, type Twin } from './lines';
import { Matches } from './matches';

const MOST_ALARMED = 1000;

/** What the tree shows: what was read of the site, what is unfolded or looked for, and the line that one is at. */
export class TreeModel {
  lines: Line[] = [];
  active = -1;
  /** Whether it is known what is composed of what. */
  known = false;
  found?: Matches;
  error?: unknown;
  private composition: Composition = { wholes: new Map(), partOf: new Map() };
  private types: string[] = [];
  /** What was turned from how it stands by itself: unfolded, or folded while something is looked for. */
  private turned = new Set<string>();
  private readonly children = new Map<string, { of: Twin[]; seen: number; nodes: Node[] }>();
  private wanted = { text: '', alarmed: false };
  private readonly branches = new Branches(error => {
    this.error = error;
    this.arrange();
  });
  /** Of those twins that have an alarm. */
  private readonly typeOf = new Map([['platform', '']]);

  /** @param changed called when there is something else to show */
  constructor(private readonly changed: () => void) {}

  /** Reads what is composed of what, and which types there are beside. */
  async read(): Promise<void> {
    try {
      const [next, packs, alarmed] = await Promise.all([
        composition(),
        answer(api.GET('/packs')),
        answer(api.GET('/twins', { params: { query: { alarm: '*', limit: MOST_ALARMED, view: 'brief' } } })),
      ]);
      alarmed.items.forEach(twin => this.typeOf.set(twin.id, twin.type));
      if (JSON.stringify([...next.partOf]) !== JSON.stringify([...this.composition.partOf])) {
        this.branches.clear();
      }
      this.composition = next;
      this.types = [...new Set([...packs.flatMap(pack => Object.keys(pack.types)), ...alarmed.items.map(twin => twin.type)])].sort();
      this.known = true;
      this.error = undefined;
      await this.find(this.wanted.text, this.wanted.alarmed);
    } catch (error) {
      this.error = error;
      this.changed();
    }
  }

  /** From now on only what has this text, or alarms, and what is above it; all where neither is wanted. */
  async find(text: string, alarmed: boolean): Promise<void> {
    if (text !== this.wanted.text || alarmed !== this.wanted.alarmed) {
      this.turned = new Set();
    }
    const wanted = { text, alarmed };
    this.wanted = wanted;
    try {
      const found = this.known && (text || alarmed) ? await Matches.of(text, alarmed, this.composition) : undefined;
      this.found = wanted === this.wanted ? found : this.found;
    } catch (error) {
      this.error = error;
    }
    this.arrange();
  }

  /** Unfolds, or folds. */
  turn(...which: Line[]): void {
    for (const { key } of which) {
      if (!this.turned.delete(key)) {
        this.turned.add(key);
      }
    }
    this.arrange();
  }

  go(line: number): void {
    this.active = line;
    this.changed();
  }

  /** Reads on below the parent of a line. */
  readOn(line: Line): void {
    const parent = this.lines[line.parent];
    if (parent) {
      void this.branches.more(ofNode(parent));
    }
  }

  /** The worst alarm below each whole and type, by that of each twin. */
  below(worst: Map<string, Severity>): Map<string, Severity> {
    return bubbled(worst, this.composition, twin => this.typeOf.get(twin));
  }

  /** Reads the types of twins that have an alarm and have not been read. */
  learn(twins: Iterable<string>): void {
    for (const twinId of twins) {
      if (!this.typeOf.has(twinId)) {
        this.typeOf.set(twinId, ''); // asked for once
        void this.learnOne(twinId);
      }
    }
  }

  private async learnOne(twinId: string): Promise<void> {
    try {
      this.typeOf.set(twinId, (await answer(api.GET('/twins/{twinId}', { params: { path: { twinId } } }))).type);
      this.changed();
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      } // a twin that is gone is under no type
    }
  }

  private arrange(): void {
    const at = this.lines[this.active]?.key;
    const { found } = this;
    this.lines = found
      ? lines(found.roots(), node => filled(found.below(node)), node => !this.turned.has(node.key))
      : lines(this.roots(), node => this.under(node), node => this.turned.has(node.key));
    this.active = at === undefined ? -1 : this.lines.findIndex(line => line.key === at);
    this.changed();
  }

  private roots(): Node[] {
    const top = [...this.composition.wholes.values()].filter(twin => !this.composition.partOf.has(twin.id));
    const types = this.types.filter(type => {
      const { twins, all } = this.branches.get({ type });
      return twins.some(twin => this.isAlone(twin)) || (twins.length > 0 && !all);
    });
    return [...top.map(twin => ({ key: twin.id, twin })), ...types.map(type => ({ key: 'type:' + type, type }))];
  }

  private under(node: Node): { nodes: Node[]; all: boolean } | undefined {
    if (node.twin && !this.composition.wholes.has(node.twin.id)) {
      return undefined;
    } else if (!this.turned.has(node.key)) {
      return { nodes: [], all: true }; // not asked for before it is unfolded
    }
    const { twins, all } = this.branches.get(ofNode(node));
    const nodes = this.childrenOf(node, twins);
    if (nodes.length === 0 && !all) {
      void this.branches.more(ofNode(node));
    }
    return { nodes, all };
  }

  /** Of a list that grows page by page only what is new is looked at: it may be long. */
  private childrenOf(node: Node, twins: Twin[]): Node[] {
    let known = this.children.get(node.key);
    if (known?.of !== twins) {
      known = { of: twins, seen: 0, nodes: [] };
      this.children.set(node.key, known);
    }
    for (const twin of twins.slice(known.seen)) {
      if (node.twin !== undefined || this.isAlone(twin)) {
        known.nodes.push(childOf(node, twin));
      }
    }
    known.seen = twins.length;
    return known.nodes;
  }

  /** Whether it is in no whole, and none itself. */
  private isAlone({ id }: Twin): boolean {
    return !this.composition.wholes.has(id) && !this.composition.partOf.has(id);
  }
}

function ofNode(node: Node): { partOf: string } | { type: string } {
  return node.twin ? { partOf: node.twin.id } : { type: node.type ?? '' };
}

function filled(nodes: Node[]): { nodes: Node[]; all: boolean } | undefined {
  return nodes.length > 0 ? { nodes, all: true } : undefined;
}
