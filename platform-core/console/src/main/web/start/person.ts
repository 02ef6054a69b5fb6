import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../screen/account';
import { Element } from '../base/element';
import { language, t, type Language } from '../text/text';
import { next } from './next';

const LANGUAGES: [Language, string][] = [
  ['en', 'English'],
  ['ko', '한국어'],
];

/** Language, and a password and a second factor of one's own. */
@customElement('g-start-person')
export class PersonStep extends Element {
  protected override render(): TemplateResult {
    return html`<section class="panel">
        <h2>${t('start.language')}</h2>
        <p class="bar">
          ${LANGUAGES.map(
            ([value, title]) =>
              html`<button
                lang=${value}
                class=${language.value === value ? 'on' : ''}
                aria-pressed=${language.value === value ? 'true' : 'false'}
                @click=${() => {
                  language.value = value;
                }}
              >
                ${title}
              </button>`,
          )}
        </p>
        <p class="quiet">${t('start.account-what')}</p>
      </section>
      <g-account part-of></g-account>
      ${next('pack')}`;
  }
}
