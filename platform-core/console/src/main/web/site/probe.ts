import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../screen/certificates';
import { ApiError } from '../api/problem';
import { probe, type Probe } from '../api/site';
import { Element } from '../base/element';
import { badge, problem } from '../base/parts';
import { t } from '../text/text';
import { same, type Content } from './document';
import { errorList } from './errors';
import { readings } from './readings';

const PATIENCE_SECONDS = 10;

/** Tries a connection as it stands in the form: reached or why not, with what its bindings would bring. Nothing is stored. */
@customElement('g-probe')
export class ProbePanel extends Element {
  @property({ attribute: false }) connection: Content = {};
  @property({ attribute: false }) bindings: Content[] = [];
  @state() private result?: Probe;
  @state() private error?: unknown;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('connection');
    if (before && !same(before, this.connection)) {
      this.result = undefined; // it was another one that was tried
      this.error = undefined;
    }
  }

  async run(): Promise<void> {
    const asked = this.connection;
    this.busy = true;
    this.result = undefined;
    this.error = undefined;
    try {
      const result = await probe(asked, this.bindings, PATIENCE_SECONDS);
      if (same(asked, this.connection)) {
        this.result = result;
        this.dispatchEvent(new CustomEvent('probed', { detail: result }));
      }
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const errors = this.error instanceof ApiError ? (this.error.problem.errors ?? []) : [];
    return html`<section class="panel" aria-labelledby="probe-title">
      <h2 id="probe-title">${t('probe')}</h2>
      <p class="quiet">${t('probe.what')}</p>
      <p>
        <button type="button" ?disabled=${this.busy} @click=${() => void this.run()}>${t(this.busy ? 'probe.busy' : 'probe.run')}</button>
      </p>
      <div role="status" aria-busy=${this.busy ? 'true' : 'false'}>
        ${errors.length > 0 ? errorList(errors) : problem(this.error)}
        ${
          this.result
            ? html`<p>
                  ${badge(t(this.result.reached ? 'probe.reached' : 'probe.not-reached'), this.result.reached ? 'good' : 'bad')}
                  ${this.result.text}
                </p>
                ${this.result.readings.length > 0 ? readings(this.result.readings) : nothing}`
            : nothing
        }
      </div>
      ${
        this.result && !this.result.reached && this.connection['kind'] === 'opcua'
          ? html`<h3>${t('certificates')}</h3>
              <p class="quiet">${t('probe.certificates')}</p>
              <g-certificates></g-certificates>`
          : nothing
      }
    </section>`;
  }
}
