import { Mesh, Raycaster, Vector2, type Camera, type Object3D } from 'three';
import type { Body } from './body';

/** A pointer that moves less between down and up means what it points at. */
const STILL_PIXELS = 5;

/** Tells what the person points at: the element that is in front; what is made of glass only where there is nothing behind it. */
export function picking(canvas: HTMLElement, host: HTMLElement, scene: Object3D, camera: Camera, choose: (body: Body | undefined) => void): void {
  const down = new Vector2();
  canvas.addEventListener('pointerdown', event => down.set(event.clientX, event.clientY));
  canvas.addEventListener('pointerup', event => {
    if (down.distanceTo(new Vector2(event.clientX, event.clientY)) > STILL_PIXELS) {
      return;
    }
    const box = host.getBoundingClientRect();
    const on = new Vector2(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
    const ray = new Raycaster();
    ray.setFromCamera(on, camera);
    const hit = ray
      .intersectObject(scene)
      .filter(each => each.object instanceof Mesh)
      .map(each => each.object.userData['body'] as Body)
      .filter(body => isShown(body) && body.element);
    choose((hit.find(body => body.look !== 'glass') ?? hit[0])?.element);
  });
}

function isShown(body: Body | undefined): boolean {
  return body === undefined || (body.group.visible && isShown(body.parent));
}
