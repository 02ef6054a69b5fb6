import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Element } from '../base/element';
import { linkTo } from '../base/router';
import { t } from '../text/text';

/** An address that leads to no screen, such as one that was typed wrong. */
@customElement('g-nowhere')
export class Nowhere extends Element {
  protected override render(): TemplateResult {
    return html`<h1>${t('nowhere')}</h1>
      <p>${t('nowhere.what')} <code>${location.hash}</code></p>
      <p><a href=${linkTo([])}>${t('overview')}</a></p>`;
  }
}
