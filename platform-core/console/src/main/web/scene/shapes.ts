import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  EdgesGeometry,
  ExtrudeGeometry,
  Matrix4,
  Shape as Outline,
  SphereGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three';
import type { SceneNode } from '../widget/scene-view';
import { meshes, type Mesh } from './glb';

const ROUND = 40;
const EDGE_DEGREES = 30;
const MOST_EDGED = 20_000;
/** What is round all over has no edges, and of glass they would hide what is within. */
const ROUND_ALL_OVER: SceneNode['shape'][] = ['sphere', 'tube'];

/** What is drawn of a body. */
export interface Shape {
  surface: BufferGeometry;
  edges?: BufferGeometry;
}

/** The shapes of nodes, each made once however often its node is repeated. */
export class Shapes {
  private readonly made = new Map<SceneNode, Shape[]>();

  of(node: SceneNode): Shape[] {
    let known = this.made.get(node);
    if (!known) {
      const own = geometry(node);
      known = own ? [shape(node, own)] : [];
      this.made.set(node, known);
    }
    return known;
  }

  /** The shapes of a node that come from a file. @throws Error where the file is none */
  async load(node: SceneNode, file: (path: string) => Promise<Blob>): Promise<void> {
    const found = meshes(await (await file(node.file ?? '')).arrayBuffer());
    this.made.set(
      node,
      found.map(mesh => shape(node, modelGeometry(mesh))),
    );
  }

  dispose(): void {
    for (const { surface, edges } of [...this.made.values()].flat()) {
      surface.dispose();
      edges?.dispose();
    }
    this.made.clear();
  }
}

function shape(node: SceneNode, surface: BufferGeometry): Shape {
  const edged = node.look !== 'glass' && !ROUND_ALL_OVER.includes(node.shape) && surface.getAttribute('position').count < MOST_EDGED;
  return { surface, ...(edged ? { edges: new EdgesGeometry(surface, EDGE_DEGREES) } : {}) };
}

/** The body of a node about its own origin; none for a node that only holds others, for a model, which comes from a file, and for a plume, which comes from a table. */
function geometry(node: SceneNode): BufferGeometry | undefined {
  const { radius = 1, height = 1 } = node;
  switch (node.shape) {
    case 'box':
      return new BoxGeometry(...(node.size ?? [1, 1, 1]));
    case 'cylinder':
      return new CylinderGeometry(node.top ?? radius, radius, height, ROUND);
    case 'cone':
      return new CylinderGeometry(0, radius, height, ROUND);
    case 'sphere':
      return new SphereGeometry(radius, ROUND, ROUND / 2);
    case 'tube': {
      const path = (node.path ?? []).map(corner => new Vector3(...corner));
      return path.length < 2
        ? undefined
        : new TubeGeometry(new CatmullRomCurve3(path, false, 'catmullrom', 0.1), 12 * path.length, radius, 12);
    }
    case 'extrusion':
      return (node.profile ?? []).length < 3
        ? undefined
        : new ExtrudeGeometry(new Outline((node.profile ?? []).map(corner => new Vector2(...corner))), {
            depth: node.depth ?? 1,
            bevelEnabled: false,
          }).translate(0, 0, -(node.depth ?? 1) / 2);
    default:
      return undefined;
  }
}

/** A mesh of a file as a body. */
function modelGeometry({ positions, faces, matrix }: Mesh): BufferGeometry {
  const made = new BufferGeometry();
  made.setAttribute('position', new BufferAttribute(positions, 3));
  if (faces) {
    made.setIndex(new BufferAttribute(faces, 1));
  }
  made.applyMatrix4(new Matrix4().fromArray(matrix));
  made.computeVertexNormals();
  return made;
}
