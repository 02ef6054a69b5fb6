import { type Box3, BufferAttribute, BufferGeometry, Group, LineSegments, MathUtils, Mesh, Shape, ShapeGeometry, Vector2, Vector3 } from 'three';
import type { TwinFeed } from '../api/feed';
import { numberText } from '../format/number';
import { numeric, valueWithUnit } from '../format/sample';
import type { Ground as GroundSpec } from '../widget/scene-view';
import type { SceneMark } from '../widget/scene-marks';
import type { Looks } from './looks';

/** So many meshes or a few more lie across what stands on the ground. */
const MESHES = 8;
/** From the north: its head is in the south. */
const ARROW: [number, number][] = [[0, -1], [0.5, -0.2], [0.18, -0.2], [0.18, 1], [-0.18, 1], [-0.18, -0.2], [-0.5, -0.2]];
const NEEDLE: [number, number][] = [[0, 1], [0.5, -0.6], [0, -0.3], [-0.5, -0.6]];

/** The ground under a scene: a grid in round metres, north (−z), the scale, and from where it comes. */
export class Ground {
  readonly group = new Group();
  private readonly grid = new LineSegments(new BufferGeometry());
  private readonly needle = flat(NEEDLE);
  private readonly bar = flat([[-0.5, -0.06], [0.5, -0.06], [0.5, 0.06], [-0.5, 0.06]]);
  private readonly wind = flat(ARROW);
  private mesh = 0;

  constructor(private readonly spec: GroundSpec) {
    this.group.add(this.grid, this.needle, this.bar, this.wind);
  }

  /** Lies under all that stands in this room, with north and what comes from elsewhere in its far corners and the scale in a near one. */
  fit(room: Box3): void {
    const size = room.getSize(new Vector3());
    const middle = room.getCenter(new Vector3());
    this.mesh = roundLength(Math.max(size.x, size.y, size.z, 1) / MESHES);
    const [x, z] = [size.x, size.z].map(length => (Math.ceil(length / 2 / this.mesh) + 1) * this.mesh) as [number, number];
    this.group.position.set(middle.x, Math.min(0, room.min.y), middle.z);
    this.grid.geometry.dispose();
    this.grid.geometry = new BufferGeometry().setAttribute('position', new BufferAttribute(lines(x, z, this.mesh), 3));
    const [far, near] = [-z + this.mesh / 2, z - this.mesh / 2];
    this.needle.position.set(x - this.mesh / 2, 0, far);
    this.needle.scale.setScalar(this.mesh * 0.45);
    this.wind.position.set(-x + this.mesh / 2, 0, far);
    this.wind.scale.setScalar(this.mesh * 0.45);
    this.bar.position.set(-x + this.mesh / 2, 0, near);
    this.bar.scale.setScalar(this.mesh);
  }

  /** Turns the arrow into the wind; true where it is elsewhere than before. */
  follow(feed: TwinFeed): boolean {
    const direction = this.spec.vector ? numeric(feed.sample(this.spec.vector.direction)) : undefined;
    const before = [this.wind.visible, this.wind.rotation.y].join();
    this.wind.visible = direction !== undefined;
    this.wind.rotation.y = -MathUtils.degToRad(direction ?? 0);
    return before !== [this.wind.visible, this.wind.rotation.y].join();
  }

  dress(looks: Looks): void {
    this.grid.material = looks.grid();
    [this.needle, this.bar, this.wind].forEach(each => (each.material = looks.surface('dark', undefined, false)));
  }

  marks(feed: TwinFeed): SceneMark[] {
    const { vector } = this.spec;
    const marks = [
      { what: this.needle, text: 'N' },
      { what: this.bar, text: numberText(this.mesh) + ' m' },
    ];
    if (vector && this.wind.visible) {
      const [speed, direction] = [feed.sample(vector.speed), feed.sample(vector.direction)];
      marks.push({ what: this.wind, text: `${valueWithUnit(speed, 1)}, ${valueWithUnit(direction, 0)}` });
    }
    return marks.map(mark => ({ ...mark, below: true }));
  }

  dispose(): void {
    [this.grid, this.needle, this.bar, this.wind].forEach(each => each.geometry.dispose());
  }
}

/** Lines so far apart over twice these lengths, each from end to end. */
function lines(x: number, z: number, mesh: number): Float32Array {
  const ends: number[] = [];
  for (let at = -x; at < x + mesh / 2; at += mesh) {
    ends.push(at, 0, -z, at, 0, z);
  }
  for (let at = -z; at < z + mesh / 2; at += mesh) {
    ends.push(-x, 0, at, x, 0, at);
  }
  return new Float32Array(ends);
}

/** 1, 2 or 5 times a power of ten, the next one up. */
export function roundLength(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find(step => step * power >= least) ?? 10) * power;
}

/** An outline that lies on the ground; its y points to −z. */
function flat(outline: [number, number][]): Mesh {
  return new Mesh(new ShapeGeometry(new Shape(outline.map(corner => new Vector2(...corner)))).rotateX(-Math.PI / 2));
}
