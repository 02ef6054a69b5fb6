import { type Box3, BufferGeometry, Group, LineSegments, MathUtils, Mesh } from 'three';
import type { TwinFeed } from '../api/feed';
import type { Living } from '../api/part';
import { numeric } from '../format/sample';
import { beyond, worst, type Severity } from '../format/severity';
import { holds } from '../widget/binding';
import type { SceneNode } from '../widget/scene-view';
import type { Copy } from './copies';
import type { Look, Looks } from './looks';
import { plume, type Ring } from './plume';
import { Shapes } from './shapes';

const NOBODY: Living = { sample: () => undefined, alarms: new Map() };

/**
 * One node of a scene. `group` is where it stands; `moving` within it is what values move, and holds its body and what hangs on it.
 */
export class Body {
  readonly group = new Group();
  readonly moving = new Group();
  readonly children: Body[];
  severity?: Severity;
  private readonly meshes: Mesh[] = [];
  private readonly edges: LineSegments[] = [];
  private readonly veil?: Mesh;
  private angle = 0;

  constructor(
    readonly node: SceneNode,
    shapes = new Shapes(),
    readonly parent?: Body,
    /** What it is a copy for, itself or by what it hangs on. */
    readonly copy: Copy | undefined = parent?.copy,
  ) {
    const [x, y, z] = node.turn ?? [0, 0, 0];
    this.group.position.set(...(node.at ?? [0, 0, 0]));
    if (copy && !parent) {
      this.group.position.add({ x: copy.at[0], y: copy.at[1], z: copy.at[2] });
    }
    this.group.rotation.set(MathUtils.degToRad(x), MathUtils.degToRad(y), MathUtils.degToRad(z));
    this.group.scale.setScalar(node.scale ?? 1);
    this.group.add(this.moving);
    for (const { surface, edges } of shapes.of(node)) {
      this.put(new Mesh(surface));
      if (edges) {
        const lines = new LineSegments(edges);
        this.edges.push(lines);
        this.moving.add(lines);
      }
    }
    if (node.rings) {
      this.put((this.veil = new Mesh(new BufferGeometry())));
    }
    this.children = (node.children ?? []).map(child => new Body(child, shapes, this));
    this.children.forEach(child => this.moving.add(child.group));
  }

  private put(mesh: Mesh): void {
    mesh.userData['body'] = this;
    this.meshes.push(mesh);
    this.moving.add(mesh);
  }

  /** The rings that a table has for it now. */
  set rings(rings: Ring[]) {
    if (this.veil) {
      this.veil.geometry.dispose();
      this.veil.geometry = plume(rings);
    }
  }

  get look(): Look {
    return this.node.look ?? 'body';
  }

  /** The element that people know it as: itself or what it hangs on; none where nothing above has a title. */
  get element(): Body | undefined {
    return this.node.title ? this : this.parent?.element;
  }

  /** Itself and all that hangs on it. */
  *all(): Iterable<Body> {
    yield this;
    for (const child of this.children) {
      yield* child.all();
    }
  }

  /** Whose values and alarms it follows: those of the part that it is a copy for, else the twin's. */
  source(feed: TwinFeed): Living {
    return this.copy?.part ? (feed.parts.get(this.copy.id) ?? NOBODY) : feed;
  }

  /** True where it turns although no value changes. */
  turns(feed: TwinFeed): boolean {
    return Boolean(this.node.spin && this.group.visible && numeric(this.source(feed).sample(this.node.spin.point)));
  }

  /** Where its values put it, after so many seconds more; true where it is elsewhere or otherwise than before. */
  follow(feed: TwinFeed, seconds: number): boolean {
    const { spin, rotate, move, show } = this.node;
    const source = this.source(feed);
    const value = (point: string) => numeric(source.sample(point));
    const before = this.state();
    if (spin) {
      const perMinute = value(spin.point) ?? 0;
      this.angle = (this.angle + seconds * 6 * perMinute * (spin.factor ?? 1)) % 360;
      this.moving.rotation[spin.axis] = MathUtils.degToRad(this.angle);
    }
    if (rotate) {
      const turned = value(rotate.point);
      const degrees = turned === undefined ? 0 : turned * (rotate.factor ?? 1) + (rotate.offset ?? 0);
      this.moving.rotation[rotate.axis] = MathUtils.degToRad(degrees);
    }
    if (move) {
      const [low, high] = move.range;
      const share = MathUtils.clamp(((value(move.point) ?? low) - low) / (high - low || 1), 0, 1);
      this.moving.position.set(...move.by).multiplyScalar(share);
    }
    if (show) {
      this.group.visible = holds(source.sample(show.point)?.value, show.when);
    }
    this.severity = this.judged(feed);
    return this.state() !== before;
  }

  /** An alarm or a step of its own; where it has neither, that of what it hangs on. */
  judged(feed: TwinFeed): Severity | undefined {
    const { alarms, fill } = this.node;
    if (!alarms && !fill) {
      return this.parent?.severity;
    }
    const source = this.source(feed);
    const active = [...source.alarms.values()].filter(alarm => alarms?.includes('*') || alarms?.includes(alarm.name));
    const filled = fill ? numeric(source.sample(fill.point)) : undefined;
    const step = filled === undefined || !fill ? undefined : beyond(filled, fill.steps);
    return worst([...active, ...(step ? [{ active: true, severity: step }] : [])]);
  }

  /** Makes a room large enough for itself, what hangs on it not counted. */
  measure(room: Box3): void {
    this.meshes.forEach(mesh => room.expandByObject(mesh));
  }

  dress(looks: Looks, chosen: Body | undefined): void {
    const isChosen = chosen !== undefined && this.element === chosen;
    this.meshes.forEach(mesh => (mesh.material = mesh === this.veil ? looks.veil() : looks.surface(this.look, this.severity, isChosen)));
    this.edges.forEach(edge => (edge.material = looks.edge(isChosen)));
  }

  dispose(): void {
    this.veil?.geometry.dispose(); // the others are of the shapes
  }

  private state(): string {
    const { rotation, position } = this.moving;
    return [rotation.x, rotation.y, rotation.z, position.x, position.y, position.z, this.group.visible, this.severity].join();
  }
}
