import { state } from 'lit/decorators.js';
import { WidgetElement } from './widget';

/** A widget that draws into an area and knows how wide it is. */
export abstract class SizedWidget<S> extends WidgetElement<S> {
  @state() protected wide = 480;
  private readonly sizes = new ResizeObserver(() => {
    this.wide = Math.max(200, Math.round(this.clientWidth)) || this.wide;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }
}
