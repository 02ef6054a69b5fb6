import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../graph/board';
import { Element } from '../base/element';
import { t } from '../text/text';
import { places } from './fleet-places';

/** What all twins of the site are composed of. */
@customElement('g-relations-screen')
export class RelationsScreen extends Element {
  protected override render(): TemplateResult {
    return html`<h1>${t('twins')}</h1>
      ${places('graph')}<g-relations></g-relations>`;
  }
}
