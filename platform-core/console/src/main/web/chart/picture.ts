import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Element } from '../base/element';
import { colour, theme } from '../base/theme';

/** What somebody has chosen in a picture. */
export interface Picked {
  /** Place of the datum in its series. */
  index: number;
  value: unknown;
}

/**
 * ECharts empties the element that it is given by `innerHTML = ''`, which Trusted Types refuse however empty the text is: this one
 * does what was meant.
 */
class Canvas extends HTMLElement {
  override set innerHTML(_empty: string) {
    this.replaceChildren();
  }
}
customElements.define('g-canvas', Canvas);

/** A picture by ECharts in the colours of the theme. Whoever shows it shows the same in words or as a table, too. */
@customElement('g-picture')
export class Picture extends Element {
  /** Makes the picture; called again when the theme or the language changes. */
  @property({ attribute: false }) option: () => EChartsCoreOption = () => ({});
  @property() label = '';
  @property({ type: Number }) height = 260;
  private chart?: ECharts;
  private round = 0;
  private readonly restyle = () => this.draw();
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.restyle);
    if (this.hasUpdated) {
      void this.begin();
    }
  }

  override disconnectedCallback(): void {
    this.round++;
    theme.removeEventListener('change', this.restyle);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.begin();
  }

  protected override updated(_changed: PropertyValues): void {
    this.draw();
  }

  private async begin(): Promise<void> {
    const round = ++this.round;
    const { init } = await import('./echarts');
    const into = this.querySelector<HTMLElement>('g-canvas');
    if (round !== this.round || !into) {
      return;
    }
    this.chart = init(into, undefined, { renderer: 'canvas' });
    this.chart.on('click', ({ dataIndex, value }) => {
      const detail: Picked = { index: dataIndex ?? -1, value };
      this.dispatchEvent(new CustomEvent('pick', { detail }));
    });
    this.sizes.observe(into);
    this.draw();
  }

  private draw(): void {
    if (this.chart) {
      const option = this.option();
      this.chart.setOption({ ...common(), ...option, tooltip: { ...tooltip(), ...(option['tooltip'] as object) } }, { notMerge: true });
    }
  }

  protected override render(): TemplateResult {
    return html`<g-canvas role="img" aria-label=${this.label} .style=${`height: ${this.height}px`}></g-canvas>`;
  }
}

/** Without motion, in the console's own type. */
function common(): EChartsCoreOption {
  return { animation: false, textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: colour('ink') } };
}

/** With words that are drawn and no element for them: the page's policy allows neither markup nor styles from text. */
function tooltip(): object {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('raised'),
    borderColor: colour('edge'),
    textStyle: { color: colour('ink'), fontSize: 12 },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'g-picture': Picture;
  }
}
