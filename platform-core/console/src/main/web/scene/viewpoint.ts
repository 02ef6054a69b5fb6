import { type Box3, Matrix4, PerspectiveCamera, Spherical, Vector3, type Object3D } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Camera } from '../widget/scene-view';

const FIELD_DEGREES = 35;
/** From where a view without a camera begins. */
const ASIDE = new Vector3(0.55, 0.3, 0.78);
/** A little room is left at the edges, for words. */
const EDGE = 0.9;

/** From where a scene is looked at: turned by the pointer, by the keyboard, or put where a camera of the view stands. */
export class Viewpoint {
  readonly camera = new PerspectiveCamera(FIELD_DEGREES, 1, 0.1, 1000);
  private readonly controls: OrbitControls;
  /** Looks at all again when the picture's shape changes, until the person looks from elsewhere. */
  private again?: () => void;

  /**
   * @param room    what is to be seen where all is
   * @param changed told when one looks from elsewhere
   */
  constructor(
    private readonly host: HTMLElement,
    canvas: HTMLCanvasElement,
    private readonly room: () => Box3,
    private readonly changed: () => void,
  ) {
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableZoom = false; // the wheel scrolls the page until the picture is chosen
    host.addEventListener('focus', () => (this.controls.enableZoom = true));
    host.addEventListener('blur', () => (this.controls.enableZoom = false));
    this.controls.addEventListener('change', this.changed);
    this.controls.addEventListener('start', () => (this.again = undefined));
  }

  set aspect(aspect: number) {
    this.camera.aspect = aspect;
    this.camera.updateProjectionMatrix();
    this.again?.();
  }

  /** Looks from a place of the view, or from a direction at all of it. */
  look(camera?: Camera): void {
    this.again = !camera || camera.fit ? () => this.look(camera) : undefined;
    if (camera && !camera.fit) {
      this.camera.position.set(...camera.from);
      this.controls.target.set(...camera.to);
    } else {
      const direction = camera ? new Vector3(...camera.from).sub(new Vector3(...camera.to)) : ASIDE.clone();
      this.controls.target.copy(this.room().getCenter(new Vector3()));
      this.camera.position.copy(this.controls.target).add(direction.setLength(this.away(direction)));
    }
    const distance = this.camera.position.distanceTo(this.controls.target);
    this.camera.near = distance / 100;
    this.camera.far = distance * 100;
    this.camera.updateProjectionMatrix();
    this.controls.update();
    this.changed();
  }

  /** How far away one is in this direction from the middle of all, where all is just seen. */
  private away(direction: Vector3): number {
    const room = this.room();
    const middle = room.getCenter(new Vector3());
    const view = new Matrix4().lookAt(direction, new Vector3(), this.camera.up);
    const [across, up, towards] = [new Vector3(), new Vector3(), new Vector3()];
    view.extractBasis(across, up, towards);
    const slope = Math.tan((FIELD_DEGREES / 2) * (Math.PI / 180)) * EDGE;
    return corners(room).reduce((most, corner) => {
      corner.sub(middle);
      const needed = Math.max(Math.abs(corner.dot(up)), Math.abs(corner.dot(across)) / this.camera.aspect) / slope;
      return Math.max(most, needed + corner.dot(towards));
    }, 0.1);
  }

  /** Turns the view by degrees and comes nearer by a factor, as the keyboard asks. */
  turn(across: number, up: number, factor = 1): void {
    this.again = undefined;
    const from = new Spherical().setFromVector3(this.camera.position.clone().sub(this.controls.target));
    from.theta += (across * Math.PI) / 180;
    from.phi = Math.min(Math.PI - 0.05, Math.max(0.05, from.phi + (up * Math.PI) / 180));
    from.radius /= factor;
    this.camera.position.setFromSpherical(from).add(this.controls.target);
    this.controls.update();
    this.changed();
  }

  /** Where something is on the canvas, in pixels from its corner; undefined behind the camera. */
  place(what: Object3D): { x: number; y: number } | undefined {
    const on = what.getWorldPosition(new Vector3()).project(this.camera);
    return on.z > 1
      ? undefined
      : { x: ((on.x + 1) / 2) * this.host.clientWidth, y: ((1 - on.y) / 2) * this.host.clientHeight };
  }

  close(): void {
    this.controls.dispose();
  }
}

function corners({ min, max }: Box3): Vector3[] {
  return [min.x, max.x].flatMap(x => [min.y, max.y].flatMap(y => [min.z, max.z].map(z => new Vector3(x, y, z))));
}
