import { answer, api } from '../api/client';
import { above, type Composition } from '../api/wholes';
import type { Node, Twin } from './lines';
import { childOf } from './lines';

const MOST = 1000;

/** The twins that a filter finds, with all that is above them. */
export class Matches {
  private readonly shown = new Map<string, Twin>();

  private constructor(
    readonly twins: Twin[],
    /** Whether there are more than were read. */
    readonly more: boolean,
    private readonly composition: Composition,
  ) {
    for (const twin of twins) {
      this.shown.set(twin.id, twin);
      above(twin.id, composition).forEach(id => {
        const whole = composition.wholes.get(id);
        if (whole && !this.shown.has(id)) {
          this.shown.set(id, whole);
        }
      });
    }
  }

  static async of(q: string, alarmed: boolean, composition: Composition): Promise<Matches> {
    const page = await answer(api.GET('/twins', { params: { query: { q: q || undefined, alarm: alarmed ? '*' : undefined, limit: MOST, view: 'brief' } } }));
    return new Matches(page.items, page.next !== undefined, composition);
  }

  roots(): Node[] {
    const { wholes, partOf } = this.composition;
    const top = [...this.shown.values()].filter(twin => wholes.has(twin.id) && !partOf.has(twin.id));
    const types = new Set(this.alone().map(twin => twin.type));
    return [...top.map(twin => ({ key: twin.id, twin })), ...[...types].sort().map(type => ({ key: 'type:' + type, type }))];
  }

  below(node: Node): Node[] {
    const twins = node.type
      ? this.alone().filter(twin => twin.type === node.type)
      : Object.values(node.twin?.parts ?? {})
          .flat()
          .map(id => this.shown.get(id))
          .filter(twin => twin !== undefined);
    return twins.map(twin => childOf(node, twin));
  }

  /** Those that are in no whole and are none. */
  private alone(): Twin[] {
    const { wholes, partOf } = this.composition;
    return this.twins.filter(twin => !wholes.has(twin.id) && !partOf.has(twin.id));
  }
}
