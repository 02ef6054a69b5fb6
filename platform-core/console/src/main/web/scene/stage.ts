import { AmbientLight, type Box3, DirectionalLight, type Object3D, Scene, WebGLRenderer } from 'three';
import type { TwinFeed } from '../api/feed';
import { theme } from '../base/theme';
import type { SceneMark } from '../widget/scene-marks';
import type { Camera, Ground as GroundSpec } from '../widget/scene-view';
import type { Bodies } from './bodies';
import type { Body } from './body';
import { Ground } from './ground';
import { Looks } from './looks';
import { picking } from './picking';
import { Viewpoint } from './viewpoint';

/** Motion is drawn 30 times a second at most. */
const EVERY_MILLIS = 1000 / 31;

/**
 * Draws a scene, only when something in it has changed or moves, and only while it is seen.
 */
export class Stage {
  private readonly scene = new Scene();
  private readonly renderer: WebGLRenderer;
  private readonly viewpoint: Viewpoint;
  private readonly looks = new Looks();
  private readonly ground?: Ground;
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
    private readonly bodies: Bodies,
    ground: GroundSpec | undefined,
    choose: (body: Body | undefined) => void,
    private readonly drawn: () => void,
  ) {
    this.renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.scene.add(bodies.group);
    if (ground) {
      this.ground = new Ground(ground);
      this.scene.add(this.ground.group);
    }
    const sun = new DirectionalLight('#ffffff', 1.6);
    sun.position.set(3, 6, 5);
    this.scene.add(new AmbientLight('#ffffff', 1.7), sun);
    this.viewpoint = new Viewpoint(host, canvas, () => this.room(), this.changed);
    picking(canvas, host, bodies.group, this.viewpoint.camera, choose);
    theme.addEventListener('change', this.redress);
    feed.addEventListener('change', this.ask);
    this.still.addEventListener('change', this.ask);
    this.sizes.observe(host);
    this.sight.observe(host);
    this.measure();
  }

  /** There are other bodies than before, or they have been given other shapes. */
  rebuilt(): void {
    this.chosen = undefined;
    this.ground?.fit(this.bodies.room);
    this.changed();
  }

  /** What lies over the ground in words. */
  get marks(): SceneMark[] {
    return this.ground?.marks(this.feed) ?? [];
  }

  /** Looks from a place of the view, or at all of it. */
  look(camera?: Camera): void {
    this.viewpoint.look(camera);
  }

  /** Turns the view by degrees and comes nearer by a factor, as the keyboard asks. */
  turn(across: number, up: number, factor = 1): void {
    this.viewpoint.turn(across, up, factor);
  }

  set selected(body: Body | undefined) {
    this.chosen = body;
    this.changed();
  }

  /** Where something is on the canvas, in pixels from its corner; undefined behind the camera. */
  place(what: Object3D): { x: number; y: number } | undefined {
    return this.viewpoint.place(what);
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    theme.removeEventListener('change', this.redress);
    this.feed.removeEventListener('change', this.ask);
    this.still.removeEventListener('change', this.ask);
    this.sizes.disconnect();
    this.sight.disconnect();
    this.viewpoint.close();
    this.ground?.dispose();
    this.looks.forget();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.renderer.domElement.remove();
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
    const moving = !this.still.matches && this.bodies.all.some(body => body.turns(this.feed));
    if (!this.stale && millis - this.last < EVERY_MILLIS) {
      this.ask();
      return;
    }
    const seconds = this.still.matches ? 0 : Math.min(0.2, (millis - this.last) / 1000);
    this.last = millis;
    const moved = [this.ground?.follow(this.feed), ...this.bodies.all.map(body => body.follow(this.feed, seconds))].some(Boolean);
    if (moved || this.stale) {
      this.stale = false;
      this.bodies.all.forEach(body => body.dress(this.looks, this.chosen));
      this.ground?.dress(this.looks);
      this.renderer.render(this.scene, this.viewpoint.camera);
      this.host.dataset['pictures'] = String(this.renderer.info.render.frame);
      this.drawn();
    }
    if (moving) {
      this.ask();
    }
  };

  /** What stands in the scene and the ground under it. */
  private room(): Box3 {
    const room = this.bodies.room;
    return this.ground ? room.expandByObject(this.ground.group) : room;
  }

  private measure(): void {
    const [width, height] = [Math.max(1, this.host.clientWidth), Math.max(1, this.host.clientHeight)];
    this.viewpoint.aspect = width / height;
    this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    this.renderer.setSize(width, height, false);
    this.changed();
  }
}
