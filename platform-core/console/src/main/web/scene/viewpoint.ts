import { Box3, PerspectiveCamera, Sphere, Spherical, Vector3, type Object3D } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Camera } from '../widget/view';

const FIELD_DEGREES = 35;

/** From where a scene is looked at: turned by the pointer, by the keyboard, or put where a camera of the view stands. */
export class Viewpoint {
  readonly camera = new PerspectiveCamera(FIELD_DEGREES, 1, 0.1, 1000);
  private readonly controls: OrbitControls;

  /** @param changed told when one looks from elsewhere */
  constructor(
    private readonly host: HTMLElement,
    canvas: HTMLCanvasElement,
    private readonly scene: Object3D,
    private readonly changed: () => void,
  ) {
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableZoom = false; // the wheel scrolls the page until the picture is chosen
    host.addEventListener('focus', () => (this.controls.enableZoom = true));
    host.addEventListener('blur', () => (this.controls.enableZoom = false));
    this.controls.addEventListener('change', this.changed);
  }

  set aspect(aspect: number) {
    this.camera.aspect = aspect;
    this.camera.updateProjectionMatrix();
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
