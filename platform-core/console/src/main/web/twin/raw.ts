import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { t } from '../text/text';

/** The twin as the API gives it. */
@customElement('g-raw')
export class Raw extends Element {
  @property({ attribute: false }) feed!: TwinFeed;

  protected override render(): TemplateResult {
    return html`<p class="bar">
        <button @click=${() => void this.feed.load().then(() => this.requestUpdate())}>${t('raw.again')}</button>
        <a href="/api/v1/twins/${this.feed.id}" target="_blank" rel="noopener">/api/v1/twins/${this.feed.id}</a>
      </p>
      <pre class="panel" tabindex="0">${JSON.stringify(this.feed.twin, null, 2)}</pre>`;
  }
}
