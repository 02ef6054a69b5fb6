import type { Schemas } from '../api/client';
import { above, type Composition } from '../api/wholes';
import { SEVERITIES, type Severity } from '../format/severity';

export type Twin = Schemas['Twin'];

/** A place of the tree: a twin, or all twins of a type that are in no whole. */
export interface Node {
  /** The ways from the root down to it; a twin may be in several wholes. */
  key: string;
  twin?: Twin;
  type?: string;
}

/** A node that is shown, with what the ARIA tree pattern wants to know of it. */
export interface Line extends Node {
  depth: number;
  /** Its place among its siblings, from 1, and how many they are; -1 where that is not known yet. */
  position: number;
  siblings: number;
  /** Whether more siblings may follow that have not been read. */
  unread: boolean;
  /** Where its parent is shown; -1 at the top. */
  parent: number;
  /** Undefined where it has nothing below it. */
  open?: boolean;
}

/** What is below a node: undefined for a leaf; `all` is false while more may follow. */
export type Below = (node: Node) => { nodes: Node[]; all: boolean } | undefined;

/** The nodes to show, from top to bottom. */
export function lines(roots: Node[], below: Below, isOpen: (node: Node) => boolean): Line[] {
  const found: Line[] = [];
  const add = (nodes: Node[], all: boolean, depth: number, parent: number) => {
    nodes.forEach((node, index) => {
      const { key, twin, type } = node;
      let inner = below(node);
      inner = inner && !isRepeated(node) ? inner : undefined;
      const open = inner && isOpen(node);
      const siblings = all ? nodes.length : -1;
      const unread = !all && index === nodes.length - 1;
      found.push({ key, twin, type, depth, position: index + 1, siblings, unread, parent, open });
      if (inner && open) {
        add(inner.nodes, inner.all, depth + 1, found.length - 1);
      }
    });
  };
  add(roots, true, 1, -1);
  return found;
}

/** Whether it is below itself. */
function isRepeated(node: Node): boolean {
  const way = node.key.split('/');
  return way.indexOf(way[way.length - 1] as string) < way.length - 1;
}

export function childOf(parent: Node, twin: Twin): Node {
  return { key: parent.key + '/' + twin.id, twin };
}

/**
 * The worst alarm below each whole and each type, by the whole's id or `type:` and the type.
 *
 * @param worst of each twin, by its id
 */
export function bubbled(
  worst: Map<string, Severity>,
  composition: Composition,
  typeOf: (twin: string) => string | undefined,
): Map<string, Severity> {
  const found = new Map<string, Severity>();
  const put = (key: string, severity: Severity) => {
    const known = found.get(key);
    if (!known || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(known)) {
      found.set(key, severity);
    }
  };
  for (const [source, severity] of worst) {
    const wholes = above(source, composition);
    wholes.forEach(whole => put(whole, severity));
    const type = typeOf(source);
    if (wholes.size === 0 && !composition.wholes.has(source) && type) {
      put('type:' + type, severity);
    }
  }
  return found;
}
