import { html, nothing, type TemplateResult } from 'lit';
import { linkTo } from '../base/router';
import { t } from '../text/text';

const PLACES = { table: ['twins'], tree: ['tree'], graph: ['relations'] } as const;

/** The ways to look at all twins. */
export function places(here: keyof typeof PLACES): TemplateResult {
  return html`<nav class="tabs" aria-label=${t('fleet.places')}>
    ${(Object.keys(PLACES) as (keyof typeof PLACES)[]).map(
      place => html`<a href=${linkTo([...PLACES[place]])} aria-current=${place === here ? 'page' : nothing}>${t(`fleet.${place}`)}</a>`,
    )}
  </nav>`;
}
