import { DoubleSide, LineBasicMaterial, MeshBasicMaterial, MeshLambertMaterial, type Material } from 'three';
import { colour } from '../base/theme';
import type { Severity } from '../format/severity';
import type { SceneNode } from '../widget/scene-view';

export type Look = NonNullable<SceneNode['look']>;
const COLOURS: Record<Look, string> = { body: 'body', dark: 'body-edge', glass: 'body', ground: 'raised' };

/** The dress of bodies after ISA-101: greys of the theme, a colour only for what is not as it should be, an edge for what is chosen. */
export class Looks {
  private readonly made = new Map<string, Material>();

  surface(look: Look, severity: Severity | undefined, chosen: boolean): Material {
    return this.keep(
      [look, severity, chosen].join(),
      () =>
        new MeshLambertMaterial({
          color: colour(severity ? `alarm-${severity}` : COLOURS[look]),
          emissive: chosen && !severity ? colour('focus') : '#000000', // the colour of an alarm stays as it is
          emissiveIntensity: 0.35,
          side: DoubleSide,
          ...(look === 'glass' ? { transparent: true, opacity: severity ? 0.45 : 0.22, depthWrite: false } : {}),
        }),
    );
  }

  edge(chosen: boolean): Material {
    return this.keep(`edge ${chosen}`, () => new LineBasicMaterial({ color: colour(chosen ? 'focus' : 'body-edge') }));
  }

  /** Of a plume: no body, so no light falls on it; how much one sees of it is in its corners. */
  veil(): Material {
    return this.keep(
      'veil',
      () =>
        new MeshBasicMaterial({
          color: colour('scale-5'),
          vertexColors: true,
          transparent: true,
          depthWrite: false,
          side: DoubleSide,
          forceSinglePass: true,
        }),
    );
  }

  /** Lines of the ground. */
  grid(): Material {
    return this.keep('grid', () => new LineBasicMaterial({ color: colour('edge') }));
  }

  /** The theme has changed: from now on all are made anew. */
  forget(): void {
    this.made.forEach(material => material.dispose());
    this.made.clear();
  }

  private keep(key: string, make: () => Material): Material {
    const material = this.made.get(key) ?? make();
    this.made.set(key, material);
    return material;
  }
}
