import { html, type TemplateResult } from 'lit';
import { t } from '../text/text';

/** Where a part of a name is typed to find something. */
export function search(text: string, typed: (text: string) => void): TemplateResult {
  return html`<label
    >${t('fleet.find')}
    <input type="search" maxlength="128" .value=${text} @input=${(event: Event) => typed((event.target as HTMLInputElement).value)}
  /></label>`;
}
