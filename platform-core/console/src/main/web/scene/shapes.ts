import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  ExtrudeGeometry,
  Matrix4,
  Shape,
  SphereGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three';
import type { SceneNode } from '../widget/view';
import type { Mesh } from './glb';

const ROUND = 40;

/** The body of a node about its own origin; none for a node that only holds others, and for a model, which comes from a file. */
export function geometry(node: SceneNode): BufferGeometry | undefined {
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
        : new ExtrudeGeometry(new Shape((node.profile ?? []).map(corner => new Vector2(...corner))), {
            depth: node.depth ?? 1,
            bevelEnabled: false,
          }).translate(0, 0, -(node.depth ?? 1) / 2);
    default:
      return undefined;
  }
}

/** A mesh of a file as a body. */
export function modelGeometry({ positions, faces, matrix }: Mesh): BufferGeometry {
  const made = new BufferGeometry();
  made.setAttribute('position', new BufferAttribute(positions, 3));
  if (faces) {
    made.setIndex(new BufferAttribute(faces, 1));
  }
  made.applyMatrix4(new Matrix4().fromArray(matrix));
  made.computeVertexNormals();
  return made;
}
