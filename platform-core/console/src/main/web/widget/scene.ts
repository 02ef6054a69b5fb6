import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { linkTo } from '../base/router';
import type { Bodies } from '../scene/bodies';
import type { Body } from '../scene/body';
import type { Stage } from '../scene/stage';
import { t, words } from '../text/text';
import { elementList, isOfParts, partTables } from './scene-elements';
import { drawMark, marksOf, type SceneMark } from './scene-marks';
import type { Camera, Scene, SceneNode } from './scene-view';
import { WidgetElement } from './widget';

const TURN_DEGREES = 10;
const NEARER = 1.2;

/**
 * Bodies in 3D that follow the values. Beside the picture is the list of its elements and the table of those that are parts: by them they
 * can be chosen without seeing or pointing, and where there is no WebGL they are the whole. three.js comes only when a scene is shown.
 */
@customElement('g-scene')
export class SceneWidget extends WidgetElement<Scene> {
  /** Where the files of the view are. */
  @property({ attribute: false }) file: (path: string) => Promise<Blob> = () => Promise.reject(new Error());
  @state() private cameras: Camera[] = [];
  @state() private chosen?: Body;
  @state() private wrong = '';
  @query('.scene-picture') private readonly host!: HTMLElement;
  stage?: Stage;
  bodies?: Bodies;
  private nodes: SceneNode[] = [];
  private camera?: Camera;
  private marks: SceneMark[] = [];
  private gone = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = false;
    if (this.hasUpdated) {
      void this.build();
    }
  }

  override disconnectedCallback(): void {
    this.gone = true;
    this.stage?.close();
    this.bodies?.dispose();
    this.stage = undefined;
    this.bodies = undefined;
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.build();
  }

  private async build(): Promise<void> {
    const { Bodies, Stage, checked } = await import('../scene/scene');
    if (this.gone) {
      return;
    }
    try {
      const { nodes, cameras } = checked(this.spec);
      this.nodes = nodes;
      this.bodies = new Bodies(nodes, this.feed);
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('webgl2', { antialias: true, alpha: true });
      if (context) {
        this.host.prepend(canvas);
        this.stage = new Stage(this.host, canvas, context, this.feed, this.bodies, this.spec.ground, this.choose, () => this.overlay());
        this.cameras = cameras;
        this.camera = cameras[0];
      }
      this.bodies.refresh();
      this.rebuilt();
      if ((await this.bodies.load(this.file)) && !this.gone) {
        this.rebuilt();
      }
    } catch (error) {
      this.failed(error);
    }
  }

  private rebuilt(): void {
    this.chosen = undefined;
    this.wrong = this.stage ? '' : t('scene.no-webgl');
    this.stage?.rebuilt();
    this.look(this.camera);
    this.requestUpdate();
  }

  private failed(error: unknown): void {
    this.wrong = t('scene.failed', { why: error instanceof Error ? error.message : String(error) });
  }

  protected override willUpdate(properties: PropertyValues<this>): void {
    super.willUpdate(properties);
    try {
      if (this.bodies?.refresh()) {
        this.rebuilt();
      }
    } catch (error) {
      this.failed(error);
    }
    this.marks = this.stage && this.bodies ? [...marksOf(this.bodies.all, this.feed), ...this.stage.marks] : [];
  }

  private look(camera?: Camera): void {
    this.camera = camera;
    this.stage?.look(camera);
  }

  private readonly choose = (body: Body | undefined) => {
    if (body?.copy?.part) {
      location.hash = linkTo(['twins', body.copy.id]);
    } else {
      this.point(body);
    }
  };

  /** Shows which one is meant. */
  private readonly point = (body: Body | undefined) => {
    this.chosen = body;
    if (this.stage) {
      this.stage.selected = body;
    }
  };

  private readonly keys = (event: KeyboardEvent) => {
    const turns: Record<string, [number, number, number?]> = {
      ArrowLeft: [-TURN_DEGREES, 0],
      ArrowRight: [TURN_DEGREES, 0],
      ArrowUp: [0, -TURN_DEGREES],
      ArrowDown: [0, TURN_DEGREES],
      '+': [0, 0, NEARER],
      '-': [0, 0, 1 / NEARER],
    };
    const turn = turns[event.key];
    if (turn) {
      event.preventDefault();
      this.stage?.turn(...turn);
    } else if (event.key === '0') {
      this.look(this.cameras[0]);
    }
  };

  /** Moves the words and signs that lie over the picture to where their elements are. */
  private overlay(): void {
    this.querySelectorAll<HTMLElement>('.scene-mark').forEach((drawn, index) => {
      const mark = this.marks[index];
      const at = mark && this.stage?.place(mark.what);
      drawn.hidden = !at;
      drawn.style.transform = at
        ? `translate(${at.x.toFixed(0)}px, ${at.y.toFixed(0)}px) translate(-50%, ${mark.below ? '4px' : '-50%'})`
        : '';
    });
  }

  protected override updated(): void {
    this.overlay();
  }

  protected picture(): TemplateResult {
    const bodies = this.bodies?.all ?? [];
    return html`<div class="scene ${this.nodes.some(isOfParts) ? 'wide' : ''}">
      <div
        class="scene-picture ${this.spec.height ?? 'medium'}"
        tabindex="0"
        role="group"
        aria-label="${words(this.spec.title)}. ${t('scene.keys')}"
        ?hidden=${!this.stage && this.wrong !== ''}
        @keydown=${this.keys}
      >
        <div aria-hidden="true">${this.marks.map(drawMark)}</div>
      </div>
      <div class="scene-side">
        ${this.wrong ? html`<p class="quiet" role="status">${this.wrong}</p>` : nothing}${this.stage ? this.views() : nothing}
        ${elementList(this.feed, bodies, this.chosen, this.choose)} ${partTables(this.feed, this.nodes, bodies, this.point)}
      </div>
    </div>`;
  }

  private views(): TemplateResult {
    return html`<div class="bar">
      ${this.cameras.map(camera => html`<button class="small" @click=${() => this.look(camera)}>${words(camera.title)}</button>`)}
      <button class="small" @click=${() => this.look()}>${t('scene.whole')}</button>
      <button class="small" aria-label=${t('scene.nearer')} @click=${() => this.stage?.turn(0, 0, NEARER)}>+</button>
      <button class="small" aria-label=${t('scene.farther')} @click=${() => this.stage?.turn(0, 0, 1 / NEARER)}>−</button>
    </div>`;
  }
}
