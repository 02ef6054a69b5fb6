import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { t } from '../text/text';

/** The ways into an OPC UA server, as it tells them itself. Tells `endpoint` with the one that is taken. */
@customElement('g-endpoints')
export class Endpoints extends Element {
  @property() url = '';
  @state() private found?: Schemas['Endpoint'][];
  @state() private error?: unknown;
  @state() private busy = false;

  private async ask(): Promise<void> {
    this.busy = true;
    try {
      this.found = await answer(api.GET('/endpoints', { params: { query: { url: this.url } } }));
      this.error = undefined;
    } catch (error) {
      this.found = undefined;
      this.error = error;
    }
    this.busy = false;
  }

  private take(endpoint: Schemas['Endpoint']): void {
    this.found = undefined;
    this.dispatchEvent(new CustomEvent('endpoint', { detail: endpoint }));
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="small"
        ?disabled=${this.busy || !this.url.startsWith('opc.tcp://')}
        @click=${() => void this.ask()}
      >
        ${t('endpoints.ask')}
      </button>
      ${problem(this.error)}
      ${
        this.found
          ? html`<ul class="rows">
              ${this.found.map(
                each =>
                  html`<li>
                    <span class="grow"
                      ><b>${each.policy}</b> ${each.mode}<br /><small
                        >${each.application} ·
                        ${each.url}${
                          each.thumbprint ? html` · ${t('certificates.thumbprint')} <code>${each.thumbprint}</code>` : nothing
                        }</small
                      ></span
                    >
                    <button type="button" class="small" @click=${() => this.take(each)}>${t('endpoints.take')}</button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }
}
