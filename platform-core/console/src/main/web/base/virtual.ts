import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Element } from './element';

const AHEAD = 8;
let lists = 0;

/**
 * Rows of any number, of which only those in sight are in the page. Asks for more (`end`) when its end comes near. As a grid or a tree it
 * takes the keyboard: the focus stays on it, `move` tells which row is to become the active one, other keys are for whoever holds it.
 */
@customElement('g-virtual')
export class VirtualList extends Element {
  @property({ type: Number }) count = 0;
  @property({ type: Number }) rowHeight = 36;
  @property() label = '';
  @property() kind: 'list' | 'grid' | 'tree' = 'list';
  /** The row that the keyboard is at; it is brought into sight. A row of a grid or a tree has the id that `row` is given. */
  @property({ type: Number }) active = -1;
  @property({ attribute: false }) row: (index: number, id: string) => TemplateResult = () => html``;
  @state() private first = 0;
  @state() private seen = 30;
  private readonly name = `rows-${++lists}`;
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

  override focus(): void {
    this.box?.focus();
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

  private readonly press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((this.box?.clientHeight ?? 0) / this.rowHeight) - 1);
    const ways: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.count - 1,
    };
    const to = ways[event.key];
    if (this.kind !== 'list' && to !== undefined && event.target === this.box && this.count > 0) {
      event.preventDefault();
      this.move(Math.max(0, Math.min(this.count - 1, to)));
    }
  };

  private readonly begin = () => {
    if (this.kind !== 'list' && this.active < 0 && this.count > 0) {
      this.move(0);
    }
  };

  private move(index: number): void {
    this.dispatchEvent(new CustomEvent('move', { detail: index }));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const layer = this.querySelector<HTMLElement>('.virtual-rows');
    const space = this.querySelector<HTMLElement>('.virtual-space');
    if (layer && space) {
      space.style.height = this.count * this.rowHeight + 'px';
      layer.style.transform = `translateY(${Math.min(this.first, this.count) * this.rowHeight}px)`;
    }
    if (changed.has('active') && this.active >= 0) {
      this.reveal(this.active);
    }
  }

  private reveal(index: number): void {
    const box = this.box;
    if (box) {
      const top = index * this.rowHeight;
      if (top < box.scrollTop) {
        box.scrollTop = top;
      } else if (top + this.rowHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = top + this.rowHeight - box.clientHeight;
      }
    }
  }

  protected override render(): TemplateResult {
    const last = Math.min(this.count, this.first + this.seen);
    const keyed = this.kind !== 'list';
    const shown = this.active >= this.first && this.active < last;
    return html`<div
      class="virtual"
      tabindex="0"
      role=${keyed ? this.kind : 'region'}
      aria-label=${this.label}
      aria-activedescendant=${keyed && shown ? this.rowId(this.active) : nothing}
      aria-multiselectable=${this.kind === 'grid' ? 'true' : nothing}
      aria-rowcount=${this.kind === 'grid' ? this.count : nothing}
      @scroll=${this.measure}
      @keydown=${this.press}
      @focus=${this.begin}
    >
      <div class="virtual-space">
        <div class="virtual-rows" role=${keyed ? 'presentation' : 'list'}>
          ${Array.from({ length: Math.max(0, last - this.first) }, (_, index) => this.row(this.first + index, this.rowId(this.first + index)))}
        </div>
      </div>
    </div>`;
  }

  private rowId(index: number): string {
    return `${this.name}-${index}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g-virtual': VirtualList;
  }
}
