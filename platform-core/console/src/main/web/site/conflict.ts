import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Element } from '../base/element';
import { badge } from '../base/parts';
import { t } from '../text/text';
import type { Difference } from './merge';

/** Two versions of a document beside each other; of each difference one is chosen. Tells `settled` when the person goes on. */
@customElement('g-conflict')
export class Conflict extends Element {
  @property({ attribute: false }) differences: Difference[] = [];

  private choose(difference: Difference, choice: Difference['choice']): void {
    this.differences = this.differences.map(each => (each === difference ? { ...each, choice } : each));
  }

  protected override render(): TemplateResult {
    return html`<section class="panel conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">${t('conflict')}</h2>
      <p>${t(this.differences.length === 0 ? 'conflict.none' : 'conflict.what')}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('conflict')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('site.key')}</th>
              <th scope="col">${t('conflict.mine')}</th>
              <th scope="col">${t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            ${this.differences.map(
              each =>
                html`<tr>
                  <th scope="row"><code>${each.key}</code> ${each.both ? badge(t('conflict.both'), 'warn') : ''}</th>
                  ${(['mine', 'theirs'] as const).map(
                    side =>
                      html`<td>
                        <label class="check"
                          ><input
                            type="radio"
                            name=${each.key}
                            .checked=${each.choice === side}
                            @change=${() => this.choose(each, side)}
                          /><code>${shown(each[side])}</code></label
                        >
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="bar end">
        <button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('settled', { detail: this.differences }))}>
          ${t('conflict.go-on')}
        </button>
      </div>
    </section>`;
  }
}

function shown(value: unknown): string {
  return value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}
