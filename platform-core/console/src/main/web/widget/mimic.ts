import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { linkTo } from '../base/router';
import { t, words } from '../text/text';
import { bindings, spins, type Binding } from './binding';
import { drawing } from './drawing';
import { heightOf, type Mimic } from './view';
import { WidgetElement } from './widget';

/** A drawing of a pack whose parts follow the values. */
@customElement('g-mimic')
export class MimicWidget extends WidgetElement<Mimic> {
  /** Where the files of the view are. */
  @property({ attribute: false }) file: (path: string) => Promise<Blob> = () => Promise.reject(new Error());
  @state() private failed = false;
  private bound: Binding[] = [];
  private turning = false;
  private animation = 0;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.animation);
    this.animation = 0;
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const svg = drawing(await (await this.file(this.spec.file)).text());
      svg.setAttribute('class', 'mimic');
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-label', words(this.spec.title));
      svg.removeAttribute('width');
      svg.removeAttribute('height');
      svg.style.maxHeight = heightOf(this.spec) + 'px';
      const elements = [...svg.querySelectorAll<SVGElement>('*')];
      this.bound = elements.flatMap(bindings);
      this.turning = elements.some(spins);
      elements.filter(element => element.dataset['text']).forEach(element => this.link(element));
      this.querySelector('.drawing')?.replaceChildren(svg);
      this.requestUpdate();
    } catch {
      this.failed = true;
    }
  }

  /** A figure opens its trend. */
  private link(element: SVGElement): void {
    const point = element.dataset['text'] as string;
    if (element.localName !== 'text') {
      return; // an anchor cannot be put around a part of a text without changing where it stands
    }
    const anchor = document.createElementNS('http://www.w3.org/2000/svg', 'a');
    anchor.setAttribute('href', linkTo(['twins', this.feed.id, 'trends'], { points: point }));
    const title = document.createElementNS(anchor.namespaceURI, 'title');
    title.textContent = this.feed.point(point)?.title ?? point;
    element.replaceWith(anchor);
    anchor.append(title, element);
  }

  protected override updated(): void {
    if (this.turning && !this.still.matches) {
      if (this.animation === 0) {
        this.animation = requestAnimationFrame(this.turn);
      }
    } else {
      this.apply(performance.now());
    }
  }

  private readonly turn = (millis: number) => {
    this.apply(millis);
    this.animation = this.isConnected ? requestAnimationFrame(this.turn) : 0;
  };

  private apply(millis: number): void {
    this.bound.forEach(binding => binding(this.feed, this.still.matches ? 0 : millis / 1000));
  }

  protected picture(): TemplateResult {
    return html`<div class="drawing"></div>
      ${this.failed ? html`<p class="quiet">${t('view.no-drawing', { file: this.spec.file })}</p>` : nothing}`;
  }
}
