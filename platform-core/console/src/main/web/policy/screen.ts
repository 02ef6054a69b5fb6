import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './editor';
import { policies, type Policy } from '../api/policies';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import { subjectsText } from './words';

/** Where a policy begins whose name is not known yet; no policy has this name. */
const NEW = '+';

/** Who may do more, or less, with some twins than the roles say. */
@customElement('g-policies')
export class PoliciesScreen extends Element {
  @property({ attribute: false }) path: string[] = [];
  private readonly list = new Poll(this, policies, 10_000);

  protected override render(): TemplateResult {
    const list = this.list.value;
    const [id] = this.path;
    return html`<h1>${t('policies')}</h1>
      <p class="quiet">${t('policies.what')}</p>
      ${problem(this.list.error)}
      ${
        id === undefined
          ? html`<p class="bar"><a class="button" href=${linkTo(['policies', NEW])}>${t('policies.new')}</a></p>`
          : html`<g-policy-editor .policyId=${id === NEW ? '' : id} @saved=${() => void this.list.now()}></g-policy-editor>`
      }
      ${
        !list
          ? this.list.error
            ? nothing
            : loading()
          : html`<section class="panel">
              ${
                list.length === 0
                  ? html`<p class="quiet">${t('policies.none')}</p>`
                  : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('policies')}>
                      <table>
                        <thead>
                          <tr>
                            <th scope="col">${t('name')}</th>
                            <th scope="col">${t('policies.effect')}</th>
                            <th scope="col">${t('policies.whom')}</th>
                            <th scope="col">${t('policies.actions')}</th>
                            <th scope="col">${t('twins')}</th>
                          </tr>
                        </thead>
                        <tbody>
                          ${list.map(each => row(each))}
                        </tbody>
                      </table>
                    </div>`
              }
            </section>`
      }`;
  }
}

function row(policy: Policy): TemplateResult {
  return html`<tr>
    <th scope="row"><a href=${linkTo(['policies', policy.id])}>${policy.id}</a></th>
    <td>${badge(t(`policy.${policy.effect}`), policy.effect === 'DENY' ? 'warn' : 'plain')}</td>
    <td>${subjectsText(policy.subjects)}</td>
    <td>${policy.actions.map(action => t(`policy.${action}`)).join(', ')}</td>
    <td>
      <code>${policy.twins.join(' ')}</code>
      ${
        [...policy.points, ...policy.commands].length > 0
          ? html`<br /><small>${[...policy.points, ...policy.commands].join(' ')}</small>`
          : nothing
      }
    </td>
  </tr>`;
}
