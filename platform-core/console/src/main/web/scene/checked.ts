import type { Camera, Scene, SceneNode } from '../widget/scene-view';

/** As the lint of packs has them (SceneRules). */
const MOST_NODES = 1000;
const DEEPEST = 7;
const MOST_CAMERAS = 12;
const MOST_CORNERS = 500;
const FARTHEST = 1e6;

/**
 * The scene, when it is one that can be built: few enough bodies, finite numbers, lists of the right length.
 *
 * @throws Error that says what is wrong with it
 */
export function checked(scene: Scene): { nodes: SceneNode[]; cameras: Camera[] } {
  let count = 0;
  const visit = (nodes: unknown, depth: number): void => {
    for (const node of list<SceneNode>(nodes, MOST_NODES, 'nodes')) {
      if (++count > MOST_NODES || depth > DEEPEST) {
        throw new Error(`more than ${MOST_NODES} bodies or ${DEEPEST} levels`);
      }
      (['size', 'at', 'turn'] as const).forEach(key => node[key] !== undefined && vector(node[key], 3, key));
      (['radius', 'top', 'height', 'depth', 'scale'] as const).forEach(key => node[key] !== undefined && vector([node[key]], 1, key));
      list(node.path ?? [], MOST_CORNERS, 'path').forEach(corner => vector(corner, 3, 'path'));
      list(node.profile ?? [], MOST_CORNERS, 'profile').forEach(corner => vector(corner, 2, 'profile'));
      if (node.move) {
        vector(node.move.by, 3, 'by');
        vector(node.move.range, 2, 'range');
      }
      if (node.rings) {
        vector(node.rings.range, 2, 'range');
      }
      list(node.points ?? [], MOST_NODES, 'points');
      list(node.alarms ?? [], MOST_NODES, 'alarms');
      list(node.fill?.steps ?? [], MOST_NODES, 'steps');
      visit(node.children ?? [], depth + 1);
    }
  };
  visit(scene.nodes, 1);
  const cameras = list<Camera>(scene.cameras ?? [], MOST_CAMERAS, 'cameras');
  cameras.forEach(camera => (['from', 'to'] as const).forEach(key => vector(camera[key], 3, key)));
  return { nodes: scene.nodes, cameras };
}

function list<T>(value: unknown, most: number, key: string): T[] {
  if (!Array.isArray(value) || value.length > most || value.some(each => typeof each === 'undefined' || each === null)) {
    throw new Error(`'${key}' is no list, or has more than ${most} elements`);
  }
  return value as T[];
}

function vector(value: unknown, length: number, key: string): void {
  if (!Array.isArray(value) || value.length !== length || value.some(each => typeof each !== 'number' || !(Math.abs(each) <= FARTHEST))) {
    throw new Error(`'${key}' is not ${length} numbers up to ${FARTHEST}`);
  }
}
