import { ABSENT, type SiteEdit } from '../api/site';
import { boundPoints, rebound, type Rebinding } from './binding';
import { proposed, type BoundTwin } from './bound-twin';
import type { Content } from './document';
import { boundTo, matches } from './proposal';

/** What of the bindings of a twin to a connection is changed and not saved yet, by the name of the point. */
export class Rebindings {
  constructor(
    readonly connection: string,
    readonly twin: string,
    readonly changes: ReadonlyMap<string, Rebinding> = new Map(),
  ) {}

  with(...changes: Rebinding[]): Rebindings {
    return new Rebindings(this.connection, this.twin, new Map([...this.changes, ...changes.map(each => [each.point, each] as const)]));
  }

  without(point: string): Rebindings {
    return new Rebindings(this.connection, this.twin, new Map([...this.changes].filter(([name]) => name !== point)));
  }

  /** What binds a node to a point, in the unit that the source tells; nothing where there is no such point. */
  async binding(known: BoundTwin, node: string, name: string): Promise<Rebinding[]> {
    const point = known.points.find(each => each.name === name);
    if (!point) {
      return [];
    }
    const told = (await proposed(this.connection, node, this.twin)).find(each => each.node === node);
    return [boundTo(point, told ?? { node, unit: '1', writable: false })];
  }

  /** What binds everything that has the same name below a node and is not bound yet. */
  async bindingsBelow(known: BoundTwin, node: string): Promise<Rebinding[]> {
    const bound = new Set([...boundPoints(known.binding?.content).map(each => each.point), ...known.elsewhere.keys(), ...this.changes.keys()]);
    const free = known.points.filter(point => !bound.has(point.name));
    const found = matches(free, await proposed(this.connection, node, this.twin));
    return free.flatMap(point => {
      const source = found.get(point.name);
      return source ? [boundTo(point, source)] : [];
    });
  }

  /** The bindings as they would be. */
  document(known?: BoundTwin): Content {
    return rebound(this.connection, this.twin, known?.binding?.content, this.changes.values());
  }

  /** The change that makes them so; a document without bindings is taken away. */
  edits(known?: BoundTwin): SiteEdit[] {
    const content = this.document(known);
    const none = (content['bindings'] as unknown[]).length === 0;
    return [
      {
        kind: 'BINDING',
        name: `${this.connection}/${this.twin}`,
        expected: known?.binding?.revision ?? ABSENT,
        ...(none ? {} : { content }),
      },
    ];
  }

  /** Points that are changed here and were changed by somebody else too. */
  both(before?: BoundTwin, after?: BoundTwin): string[] {
    const address = (known: BoundTwin | undefined, point: string) =>
      boundPoints(known?.binding?.content).find(each => each.point === point)?.address;
    return [...this.changes.keys()].filter(point => address(before, point) !== address(after, point));
  }
}
