import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './bars';
import './heatmap';
import './histogram';
import './map';
import './mimic';
import './module';
import './parts-widget';
import './rose';
import './scene';
import './spectrum';
import './table-widget';
import './text';
import './trend-widget';
import './values';
import './xy';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { t, words } from '../text/text';
import type { View, Widget } from './view';

/** The widgets of a view in a grid. */
@customElement('g-board')
export class Board extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @property({ attribute: false }) view!: View;
  @property() pack = '';
  @property({ attribute: false }) file!: (path: string) => Promise<Blob>;

  protected override render(): TemplateResult {
    return html`<div class="board">
      ${this.view.widgets.map(
        widget =>
          html`<section class="panel ${widget.width ?? 'half'}">
            <h2>${words(widget.title)}</h2>
            ${this.body(widget)}
          </section>`,
      )}
    </div>`;
  }

  private body(widget: Widget): TemplateResult | typeof nothing {
    const feed = this.feed;
    switch (widget.type) {
      case 'values':
        return html`<g-values .feed=${feed} .spec=${widget}></g-values>`;
      case 'mimic':
        return html`<g-mimic .feed=${feed} .spec=${widget} .file=${this.file}></g-mimic>`;
      case 'module':
        return html`<g-module .feed=${feed} .spec=${widget} .file=${this.file} .pack=${this.pack}></g-module>`;
      case 'scene':
        return html`<g-scene .feed=${feed} .spec=${widget} .file=${this.file}></g-scene>`;
      case 'trend':
        return html`<g-trend-widget .feed=${feed} .spec=${widget}></g-trend-widget>`;
      case 'xy':
        return html`<g-xy .feed=${feed} .spec=${widget}></g-xy>`;
      case 'bars':
        return html`<g-bars .feed=${feed} .spec=${widget}></g-bars>`;
      case 'histogram':
        return html`<g-histogram .feed=${feed} .spec=${widget}></g-histogram>`;
      case 'heatmap':
        return html`<g-heatmap .feed=${feed} .spec=${widget}></g-heatmap>`;
      case 'rose':
        return html`<g-rose .feed=${feed} .spec=${widget}></g-rose>`;
      case 'table':
        return html`<g-table .feed=${feed} .spec=${widget}></g-table>`;
      case 'parts':
        return html`<g-parts .feed=${feed} .spec=${widget}></g-parts>`;
      case 'map':
        return html`<g-map .feed=${feed} .spec=${widget}></g-map>`;
      case 'spectrum':
        return html`<g-spectrum .feed=${feed} .spec=${widget}></g-spectrum>`;
      case 'text':
        return html`<g-text .feed=${feed} .spec=${widget}></g-text>`;
      default:
        return html`<p class="quiet">${t('view.unknown', { type: (widget as { type: string }).type })}</p>`;
    }
  }
}
