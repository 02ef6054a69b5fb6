import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fleet, SUMMARY_TWINS } from '../api/fleet';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { Poll } from '../base/poll';
import { t } from '../text/text';
import { means } from './glob';

const NAMED = 12;
const FRESH_MILLIS = 60_000;

/** Which twins patterns mean now; those that come later count as well. */
@customElement('g-policy-reach')
export class PolicyReach extends Element {
  @property({ attribute: false }) twins: string[] = [];
  private readonly all = new Poll(this, fleet, FRESH_MILLIS);

  protected override render(): TemplateResult {
    const found = this.all.value?.twins.filter(twin => means(this.twins, twin.id)) ?? [];
    return html`${problem(this.all.error)}
      <p role="status">
        ${t('policies.reach', { n: found.length })}
        <small
          >${found
            .slice(0, NAMED)
            .map(twin => twin.id)
            .join(', ')}${found.length > NAMED ? ' …' : ''}${
            this.all.value?.more ? ' ' + t('overview.first', { n: SUMMARY_TWINS }) : ''
          }</small
        >
      </p>`;
  }
}
