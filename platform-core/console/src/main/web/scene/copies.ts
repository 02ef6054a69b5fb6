import type { Row } from '../widget/table';
import { numberIn, textIn } from '../widget/table';
import type { SceneNode, Vector } from '../widget/scene-view';

/** What a repeated node is a copy for: a row of a table. */
export interface Copy {
  /** The id in the row. */
  id: string;
  /** True where it is a part of the twin, so that points and alarms are this part's. */
  part: boolean;
  at: Vector;
}

/** A node at the top of a scene, and for which row it stands there. */
export interface Placed {
  node: SceneNode;
  copy?: Copy;
}

/** As many parts as a farm has. */
const MOST_COPIES = 200;
/** With what hangs on them; more would only stand still. */
const MOST_BODIES = 5000;

/**
 * The nodes at the top with repeated ones once for each row. Rows are in metres from any origin; the scene's is in the middle of them, so
 * that numbers stay small.
 */
export function placed(nodes: SceneNode[], rowsOf: (node: SceneNode) => Row[]): Placed[] {
  return nodes.flatMap(node => {
    const { repeat } = node;
    if (!repeat) {
      return [{ node }];
    }
    const places = rowsOf(node).flatMap(row => {
      const [east, north] = [numberIn(row, repeat.east), numberIn(row, repeat.north)];
      return east === undefined || north === undefined ? [] : [{ id: textIn(row, repeat.twin), east, north }];
    });
    const [east, north] = [middle(places.map(each => each.east)), middle(places.map(each => each.north))];
    return places.slice(0, Math.min(MOST_COPIES, Math.floor(MOST_BODIES / size(node)))).map(each => ({
      node,
      copy: { id: each.id, part: repeat.part !== undefined, at: [each.east - east, 0, north - each.north] as Vector },
    }));
  });
}

function size(node: SceneNode): number {
  return (node.children ?? []).reduce((sum, child) => sum + size(child), 1);
}

function middle(values: number[]): number {
  return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
}
