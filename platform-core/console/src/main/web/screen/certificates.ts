import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { timeText } from '../format/time';
import { t } from '../text/text';

type Certificate = Schemas['Certificate'];

/** Whom the platform trusts; a rejected certificate is trusted by its thumbprint. */
@customElement('g-certificates')
export class Certificates extends Element {
  @state() private error?: unknown;
  private readonly list = new Poll(this, () => answer(api.GET('/certificates')), 5000);

  private async change(certificate: Certificate, trust: boolean): Promise<void> {
    const question = t(trust ? 'certificates.trust-question' : 'certificates.revoke-question', { subject: certificate.subject });
    if (
      !(await confirm(
        question,
        certificate.thumbprint.replace(/(.{4})/g, '$1 ').trim(),
        t(trust ? 'certificates.trust' : 'certificates.revoke'),
      ))
    ) {
      return;
    }
    const parameters = { params: { path: { thumbprint: certificate.thumbprint } } };
    try {
      await answer(
        trust ? api.PUT('/certificates/{thumbprint}/approval', parameters) : api.DELETE('/certificates/{thumbprint}/approval', parameters),
      );
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    await this.list.now();
  }

  protected override render(): TemplateResult {
    const list = this.list.value;
    return html`${problem(this.error ?? this.list.error)}${
      !list
        ? loading()
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('certificates')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('certificates.subject')}</th>
                  <th scope="col">${t('status')}</th>
                  <th scope="col">${t('certificates.until')}</th>
                  <th scope="col">${t('certificates.thumbprint')}</th>
                  <th scope="col"><span class="unseen">${t('actions')}</span></th>
                </tr>
              </thead>
              <tbody>
                ${list.map(
                  each =>
                    html`<tr>
                      <td>${each.subject}<br /><small>${each.applicationUri}</small></td>
                      <td>${badge(t(`certificate.${each.standing}`), each.standing === 'REJECTED' ? 'warn' : 'plain')}</td>
                      <td>${timeText(each.notAfter)}</td>
                      <td><code>${each.thumbprint}</code></td>
                      <td>${session.may('ADMINISTRATOR') ? this.action(each) : nothing}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }`;
  }

  private action(certificate: Certificate): TemplateResult | typeof nothing {
    return certificate.standing === 'REJECTED'
      ? html`<button class="small" @click=${() => void this.change(certificate, true)}>${t('certificates.trust')}</button>`
      : certificate.standing === 'TRUSTED'
        ? html`<button class="small" @click=${() => void this.change(certificate, false)}>${t('certificates.revoke')}</button>`
        : nothing;
  }
}
