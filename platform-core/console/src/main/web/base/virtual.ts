import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Element } from './element';

const AHEAD = 8;

/** A list of any length of which only the rows in sight are in the page. Asks for more when its end comes near. */
@customElement('g-virtual')
export class VirtualList extends Element {
  @property({ type: Number }) count = 0;
  @property({ type: Number }) rowHeight = 36;
  @property() label = '';
  @property({ attribute: false }) row: (index: number) => TemplateResult = () => html``;
  @state() private first = 0;
  @state() private seen = 30;
  private box?: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.measure());

  protected override firstUpdated(): void {
    this.box = this.querySelector<HTMLElement>('.virtual') ?? undefined;
    if (this.box) {
      this.sizes.observe(this.box);
    }
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  private readonly measure = () => {
    if (this.box) {
      this.first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - AHEAD);
      this.seen = Math.ceil(this.box.clientHeight / this.rowHeight) + 2 * AHEAD;
      if (this.first + this.seen + AHEAD >= this.count) {
        this.dispatchEvent(new Event('end'));
      }
    }
  };

  protected override updated(): void {
    const layer = this.querySelector<HTMLElement>('.virtual-rows');
    const space = this.querySelector<HTMLElement>('.virtual-space');
    if (layer && space) {
      space.style.height = this.count * this.rowHeight + 'px';
      layer.style.transform = `translateY(${Math.min(this.first, this.count) * this.rowHeight}px)`;
    }
  }

  protected override render(): TemplateResult {
    const last = Math.min(this.count, this.first + this.seen);
    return html`<div class="virtual" tabindex="0" role="region" aria-label=${this.label} @scroll=${this.measure}>
      <div class="virtual-space">
        <div class="virtual-rows" role="list">
          ${Array.from({ length: Math.max(0, last - this.first) }, (_, index) => this.row(this.first + index))}
        </div>
      </div>
    </div>`;
  }
}
