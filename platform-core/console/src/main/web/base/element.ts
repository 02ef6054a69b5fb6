import { LitElement } from 'lit';
import { language } from '../text/text';

/** An element of the console: no shadow root, so that one theme dresses all; drawn again when the language changes. */
export class Element extends LitElement {
  private readonly redraw = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    language.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    language.removeEventListener('change', this.redraw);
    super.disconnectedCallback();
  }
}
