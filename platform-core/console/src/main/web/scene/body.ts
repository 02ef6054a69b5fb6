import { EdgesGeometry, Group, LineSegments, MathUtils, Mesh } from 'three';
import type { TwinFeed } from '../api/feed';
import { numeric } from '../format/sample';
import { beyond, worst, type Severity } from '../format/severity';
import { holds } from '../widget/binding';
import type { SceneNode } from '../widget/view';
import type { Look, Looks } from './looks';
import { geometry } from './shapes';

const EDGE_DEGREES = 30;
const MOST_EDGED = 20_000;
/** What is round all over has no edges. */
const ROUND: SceneNode['shape'][] = ['sphere', 'tube'];

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
  private angle = 0;

  constructor(
    readonly node: SceneNode,
    readonly parent?: Body,
  ) {
    const [x, y, z] = node.turn ?? [0, 0, 0];
    this.group.position.set(...(node.at ?? [0, 0, 0]));
    this.group.rotation.set(MathUtils.degToRad(x), MathUtils.degToRad(y), MathUtils.degToRad(z));
    this.group.scale.setScalar(node.scale ?? 1);
    this.group.add(this.moving);
    const own = geometry(node);
    if (own) {
      this.add(new Mesh(own));
    }
    this.children = (node.children ?? []).map(child => new Body(child, this));
    this.children.forEach(child => this.moving.add(child.group));
  }

  add(mesh: Mesh): void {
    mesh.userData['body'] = this;
    this.meshes.push(mesh);
    this.moving.add(mesh);
    if (this.look !== 'glass' && !ROUND.includes(this.node.shape) && mesh.geometry.getAttribute('position').count < MOST_EDGED) {
      const edges = new LineSegments(new EdgesGeometry(mesh.geometry, EDGE_DEGREES));
      this.edges.push(edges);
      this.moving.add(edges);
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

  /** True where it turns although no value changes. */
  turns(feed: TwinFeed): boolean {
    return Boolean(this.node.spin && this.group.visible && numeric(feed.sample(this.node.spin.point)));
  }

  /** Where its values put it, after so many seconds more; true where it is elsewhere or otherwise than before. */
  follow(feed: TwinFeed, seconds: number): boolean {
    const { spin, rotate, move, show } = this.node;
    const value = (point: string) => numeric(feed.sample(point));
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
      this.group.visible = holds(feed.sample(show.point)?.value, show.when);
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
    const active = [...feed.alarms.values()].filter(alarm => alarms?.includes('*') || alarms?.includes(alarm.name));
    const filled = fill ? numeric(feed.sample(fill.point)) : undefined;
    const step = filled === undefined || !fill ? undefined : beyond(filled, fill.steps);
    return worst([...active, ...(step ? [{ active: true, severity: step }] : [])]);
  }

  dress(looks: Looks, chosen: Body | undefined): void {
    const isChosen = chosen !== undefined && this.element === chosen;
    this.meshes.forEach(mesh => (mesh.material = looks.surface(this.look, this.severity, isChosen)));
    this.edges.forEach(edge => (edge.material = looks.edge(isChosen)));
  }

  dispose(): void {
    [...this.meshes, ...this.edges].forEach(each => each.geometry.dispose());
  }

  private state(): string {
    const { rotation, position } = this.moving;
    return [rotation.x, rotation.y, rotation.z, position.x, position.y, position.z, this.group.visible, this.severity].join();
  }
}
