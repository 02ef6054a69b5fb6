import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TwinFeed } from '../api/feed';
import { severityShape, severitySign, qualitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { standing } from '../format/quality';
import { valueWithUnit } from '../format/sample';
import type { Severity } from '../format/severity';
import type { Body } from '../scene/body';
import type { Stage } from '../scene/stage';
import { t, words } from '../text/text';
import { pointOf, type Camera, type PointRef, type Scene } from './view';
import { WidgetElement } from './widget';

const TURN_DEGREES = 10;
const NEARER = 1.2;

/**
 * Bodies in 3D that follow the values. Beside the picture is the list of its elements: by it they can be chosen without seeing or
 * pointing, and where there is no WebGL it is the whole. three.js comes only when a scene is shown.
 */
@customElement('g-scene')
export class SceneWidget extends WidgetElement<Scene> {
  /** Where the files of the view are. */
  @property({ attribute: false }) file: (path: string) => Promise<Blob> = () => Promise.reject(new Error());
  @state() private elements: Body[] = [];
  @state() private cameras: Camera[] = [];
  @state() private chosen?: Body;
  @state() private wrong = '';
  @query('.scene-picture') private readonly host!: HTMLElement;
  stage?: Stage;
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
    this.stage = undefined;
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.build();
  }

  private async build(): Promise<void> {
    const { Body, Stage, checked } = await import('../scene/scene');
    if (this.gone) {
      return;
    }
    try {
      const { nodes, cameras } = checked(this.spec);
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('webgl2', { antialias: true, alpha: true });
      if (context) {
        this.host.prepend(canvas);
        this.stage = new Stage(this.host, canvas, context, this.feed, nodes, this.choose, () => this.overlay());
        this.cameras = cameras;
        this.stage.look(cameras[0]);
      }
      const bodies = this.stage?.bodies ?? nodes.flatMap(node => [...new Body(node).all()]);
      this.elements = bodies.filter(body => body.node.title);
      this.wrong = context ? '' : t('scene.no-webgl');
      await this.stage?.load(this.file);
    } catch (error) {
      this.wrong = t('scene.failed', { why: error instanceof Error ? error.message : String(error) });
    }
  }

  private readonly choose = (body: Body | undefined) => {
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
      this.stage?.look(this.cameras[0]);
    }
  };

  /** Moves the words and signs that lie over the picture to where their elements are. */
  private overlay(): void {
    for (const mark of this.querySelectorAll<HTMLElement>('.scene-mark')) {
      const body = this.stage?.bodies[Number(mark.dataset['body'])];
      const at = body && this.stage?.place(body);
      mark.hidden = !at;
      mark.style.transform = at ? `translate(${at.x.toFixed(0)}px, ${at.y.toFixed(0)}px) translate(-50%, -50%)` : '';
    }
  }

  protected override updated(): void {
    this.overlay();
  }

  protected picture(): TemplateResult {
    return html`<div class="scene">
      <div
        class="scene-picture ${this.spec.height ?? 'medium'}"
        tabindex="0"
        role="group"
        aria-label="${words(this.spec.title)}. ${t('scene.keys')}"
        ?hidden=${!this.stage && this.wrong !== ''}
        @keydown=${this.keys}
      >
        <div aria-hidden="true">${this.marks()}</div>
      </div>
      <div class="scene-side">
        ${this.wrong ? html`<p class="quiet" role="status">${this.wrong}</p>` : nothing}${this.stage ? this.views() : nothing}
        <ul class="scene-elements" aria-label=${t('scene.elements')}>
          ${this.elements.map(
            body =>
              html`<li>
                <button aria-pressed=${body === this.chosen} @click=${() => this.choose(body === this.chosen ? undefined : body)}>
                  ${words(body.node.title)} ${this.sign(body)}
                </button>
                ${body === this.chosen ? this.points(body) : nothing}
              </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  private sign(body: Body): TemplateResult | typeof nothing {
    const severity = ownSeverity(body, this.feed);
    return severity ? severitySign(severity) : nothing;
  }

  private views(): TemplateResult {
    return html`<div class="bar">
      ${this.cameras.map(camera => html`<button class="small" @click=${() => this.stage?.look(camera)}>${words(camera.title)}</button>`)}
      <button class="small" @click=${() => this.stage?.look()}>${t('scene.whole')}</button>
      <button class="small" aria-label=${t('scene.nearer')} @click=${() => this.stage?.turn(0, 0, NEARER)}>+</button>
      <button class="small" aria-label=${t('scene.farther')} @click=${() => this.stage?.turn(0, 0, 1 / NEARER)}>−</button>
    </div>`;
  }

  private points(body: Body): TemplateResult {
    const refs = (body.node.points ?? []).map(pointOf);
    return refs.length === 0
      ? html`<p class="quiet">${t('scene.no-points')}</p>`
      : html`<dl class="scene-points" aria-live="polite">
            ${refs.map(({ point, digits }) => {
              const sample = this.feed.sample(point);
              return html`<dt>${this.titleOf(point)}</dt>
                <dd>
                  <a href=${linkTo(['twins', this.feed.id, 'trends'], { points: point })}>${valueWithUnit(sample, digits)}</a>
                  ${sample ? qualitySign(standing(sample.quality.code)) : nothing}
                </dd>`;
            })}
          </dl>
          <a href=${linkTo(['twins', this.feed.id, 'trends'], { points: refs.map(ref => ref.point).join(',') })}>${t('scene.trend')}</a>`;
  }

  /** Labels, and the shape of an alarm beside its colour. */
  private marks(): TemplateResult[] {
    return (this.stage?.bodies ?? []).flatMap((body, index) => {
      const own = ownSeverity(body, this.feed);
      const label = body.node.label && this.feed.sample(pointOf(body.node.label).point) ? body.node.label : undefined;
      return own || label
        ? [
            html`<span class="scene-mark" data-body=${index}
              >${own ? html`<svg class="sign" viewBox="0 0 16 16">${severityShape(own)}</svg>` : nothing}${
                label ? this.label(label) : nothing
              }</span
            >`,
          ]
        : [];
    });
  }

  private label(ref: PointRef): string {
    const { point, digits } = pointOf(ref);
    return valueWithUnit(this.feed.sample(point), digits);
  }
}

/** Of the element itself, not of what it hangs on: that has a sign of its own. */
function ownSeverity(body: Body, feed: TwinFeed): Severity | undefined {
  return body.node.alarms || body.node.fill ? body.judged(feed) : undefined;
}
