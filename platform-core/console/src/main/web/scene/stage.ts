import {
  AmbientLight,
  Box3,
  DirectionalLight,
  Mesh,
  PerspectiveCamera,
  Raycaster,
  Scene,
  Sphere,
  Spherical,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { TwinFeed } from '../api/feed';
import { theme } from '../base/theme';
import type { Camera, SceneNode } from '../widget/view';
import { Body } from './body';
import { meshes } from './glb';
import { Looks } from './looks';
import { modelGeometry } from './shapes';

const FIELD_DEGREES = 35;
/** Motion is drawn 30 times a second at most. */
const EVERY_MILLIS = 1000 / 31;
/** A pointer that moves less between down and up means what it points at. */
const STILL_PIXELS = 5;

/**
 * Draws a scene, only when something in it has changed or moves, and only while it is seen.
 */
export class Stage {
  readonly bodies: Body[];
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(FIELD_DEGREES, 1, 0.1, 1000);
  private readonly renderer: WebGLRenderer;
  private readonly controls: OrbitControls;
  private readonly looks = new Looks();
  private readonly roots: Body[];
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly sizes = new ResizeObserver(() => this.measure());
  private readonly sight = new IntersectionObserver(([entry]) => {
    this.seen = entry?.isIntersecting ?? true;
    this.ask();
  });
  private chosen?: Body;
  private seen = true;
  private stale = true;
  private frame = 0;
  private last = 0;
  private down = new Vector2();

  /**
   * @param host   where the canvas goes; as large as it
   * @param choose told which element the person has pointed at
   * @param drawn  told after each picture, for what lies over it
   */
  constructor(
    private readonly host: HTMLElement,
    canvas: HTMLCanvasElement,
    context: WebGL2RenderingContext,
    private readonly feed: TwinFeed,
    nodes: SceneNode[],
    private readonly choose: (body: Body | undefined) => void,
    private readonly drawn: () => void,
  ) {
    this.renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.roots = nodes.map(node => new Body(node));
    this.bodies = this.roots.flatMap(root => [...root.all()]);
    this.roots.forEach(root => this.scene.add(root.group));
    const sun = new DirectionalLight('#ffffff', 1.6);
    sun.position.set(3, 6, 5);
    this.scene.add(new AmbientLight('#ffffff', 1.7), sun);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableZoom = false; // the wheel scrolls the page until the picture is chosen
    host.addEventListener('focus', () => (this.controls.enableZoom = true));
    host.addEventListener('blur', () => (this.controls.enableZoom = false));
    this.controls.addEventListener('change', this.changed);
    canvas.addEventListener('pointerdown', event => this.down.set(event.clientX, event.clientY));
    canvas.addEventListener('pointerup', event => this.point(event));
    theme.addEventListener('change', this.redress);
    feed.addEventListener('change', this.ask);
    this.still.addEventListener('change', this.ask);
    this.sizes.observe(host);
    this.sight.observe(host);
    this.measure();
  }

  /** Puts the bodies of files where the nodes want them. @throws Error where a file is none */
  async load(file: (path: string) => Promise<Blob>): Promise<void> {
    for (const body of this.bodies.filter(each => each.node.shape === 'model')) {
      const found = meshes(await (await file(body.node.file ?? '')).arrayBuffer());
      found.forEach(each => body.add(new Mesh(modelGeometry(each))));
    }
    this.changed();
  }

  /** Looks from a place of the view, or at all of it. */
  look(camera?: Camera): void {
    if (camera) {
      this.camera.position.set(...camera.from);
      this.controls.target.set(...camera.to);
    } else {
      this.scene.updateMatrixWorld(true);
      const { center, radius } = new Box3().setFromObject(this.scene).getBoundingSphere(new Sphere());
      const away = Math.max(radius, 0.1) / Math.sin((FIELD_DEGREES / 2) * (Math.PI / 180)) / Math.min(1, this.camera.aspect);
      this.controls.target.copy(center);
      this.camera.position.copy(center).add(new Vector3(0.55, 0.3, 0.78).multiplyScalar(away));
    }
    const distance = this.camera.position.distanceTo(this.controls.target);
    this.camera.near = distance / 100;
    this.camera.far = distance * 100;
    this.camera.updateProjectionMatrix();
    this.controls.update();
    this.changed();
  }

  /** Turns the view by degrees and comes nearer by a factor, as the keyboard asks. */
  turn(across: number, up: number, factor = 1): void {
    const from = new Spherical().setFromVector3(this.camera.position.clone().sub(this.controls.target));
    from.theta += (across * Math.PI) / 180;
    from.phi = Math.min(Math.PI - 0.05, Math.max(0.05, from.phi + (up * Math.PI) / 180));
    from.radius /= factor;
    this.camera.position.setFromSpherical(from).add(this.controls.target);
    this.controls.update();
    this.changed();
  }

  set selected(body: Body | undefined) {
    this.chosen = body;
    this.changed();
  }

  /** Where an element is on the canvas, in pixels from its corner; undefined behind the camera. */
  place(body: Body): { x: number; y: number } | undefined {
    const on = body.moving.getWorldPosition(new Vector3()).project(this.camera);
    return on.z > 1
      ? undefined
      : { x: ((on.x + 1) / 2) * this.host.clientWidth, y: ((1 - on.y) / 2) * this.host.clientHeight };
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    theme.removeEventListener('change', this.redress);
    this.feed.removeEventListener('change', this.ask);
    this.still.removeEventListener('change', this.ask);
    this.sizes.disconnect();
    this.sight.disconnect();
    this.controls.dispose();
    this.bodies.forEach(body => body.dispose());
    this.looks.forget();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }

  private readonly changed = () => {
    this.stale = true;
    this.ask();
  };

  private readonly redress = () => {
    this.looks.forget();
    this.changed();
  };

  private readonly ask = () => {
    if (this.frame === 0 && this.seen) {
      this.frame = requestAnimationFrame(this.draw);
    }
  };

  private readonly draw = (millis: number) => {
    this.frame = 0;
    const moving = !this.still.matches && this.bodies.some(body => body.turns(this.feed));
    if (!this.stale && millis - this.last < EVERY_MILLIS) {
      this.ask();
      return;
    }
    const seconds = this.still.matches ? 0 : Math.min(0.2, (millis - this.last) / 1000);
    this.last = millis;
    const moved = this.bodies.map(body => body.follow(this.feed, seconds)).some(Boolean);
    if (moved || this.stale) {
      this.stale = false;
      this.bodies.forEach(body => body.dress(this.looks, this.chosen));
      this.renderer.render(this.scene, this.camera);
      this.host.dataset['pictures'] = String(this.renderer.info.render.frame);
      this.drawn();
    }
    if (moving) {
      this.ask();
    }
  };

  private measure(): void {
    const [width, height] = [Math.max(1, this.host.clientWidth), Math.max(1, this.host.clientHeight)];
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    this.renderer.setSize(width, height, false);
    this.changed();
  }

  /** What the pointer is on; what is made of glass only where there is nothing behind it. */
  private point(event: PointerEvent): void {
    if (this.down.distanceTo(new Vector2(event.clientX, event.clientY)) > STILL_PIXELS) {
      return;
    }
    const box = this.host.getBoundingClientRect();
    const on = new Vector2(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
    const ray = new Raycaster();
    ray.setFromCamera(on, this.camera);
    const hit = ray
      .intersectObject(this.scene)
      .filter(each => each.object instanceof Mesh)
      .map(each => each.object.userData['body'] as Body)
      .filter(body => isShown(body) && body.element);
    this.choose((hit.find(body => body.look !== 'glass') ?? hit[0])?.element);
  }
}

function isShown(body: Body | undefined): boolean {
  return body === undefined || (body.group.visible && isShown(body.parent));
}
