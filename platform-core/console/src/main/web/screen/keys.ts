import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { timeText } from '../format/time';
import { t } from '../text/text';
import { ROLES } from './roles';

/** Keys by which programs come in; a new one is shown once. */
@customElement('g-keys')
export class Keys extends Element {
  @state() private error?: unknown;
  @state() private fresh?: Schemas['NewApiKey'];
  private readonly keys = new Poll(this, () => answer(api.GET('/keys')), 10_000);

  private readonly make = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    try {
      this.fresh = await answer(
        api.POST('/keys', {
          body: { name: String(data.get('name')), role: data.get('role') as Schemas['Role'], days: Number(data.get('days')) },
        }),
      );
      this.error = undefined;
      form.reset();
    } catch (error) {
      this.error = error;
    }
    await this.keys.now();
  };

  private async revoke(key: Schemas['ApiKey']): Promise<void> {
    if (await confirm(t('keys.revoke-question', { name: key.name }), t('keys.revoke-what'), t('keys.revoke'))) {
      try {
        await answer(api.DELETE('/keys/{keyId}', { params: { path: { keyId: key.id } } }));
        this.error = undefined;
      } catch (error) {
        this.error = error;
      }
      await this.keys.now();
    }
  }

  protected override render(): TemplateResult {
    const keys = this.keys.value;
    return html`<h2>${t('keys')}</h2>
      <p class="quiet">${t('keys.what')}</p>
      ${problem(this.error ?? this.keys.error)}
      ${this.fresh ? html`<p role="status">${t('keys.once')} <code>${this.fresh.secret}</code></p>` : nothing}
      ${
        !keys
          ? loading()
          : keys.length === 0
            ? nothing
            : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('keys')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('name')}</th>
                      <th scope="col">${t('users.role')}</th>
                      <th scope="col">${t('keys.expires')}</th>
                      <th scope="col">${t('keys.creator')}</th>
                      <th scope="col"><span class="unseen">${t('actions')}</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${keys.map(
                      key =>
                        html`<tr>
                          <th scope="row">${key.name} <small>gmk_${key.id}…</small></th>
                          <td>${t(`user.${key.role}`)}</td>
                          <td>${Date.parse(key.expires) < Date.now() ? badge(t('keys.expired'), 'warn') : timeText(key.expires)}</td>
                          <td>${key.creator}</td>
                          <td>
                            <div class="bar end">
                              <button class="small" @click=${() => void this.revoke(key)}>${t('keys.revoke')}</button>
                            </div>
                          </td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>`
      }
      <form class="bar" @submit=${this.make}>
        <label>${t('name')} <input name="name" required pattern="[a-z0-9][a-z0-9._\\-]{0,63}" /></label>
        <label
          >${t('users.role')}
          <select name="role">
            ${ROLES.map(role => html`<option value=${role}>${t(`user.${role}`)}</option>`)}
          </select></label
        >
        <label>${t('keys.days')} <input name="days" type="number" min="1" max="366" value="90" required /></label
        ><button class="primary">${t('keys.make')}</button>
      </form>`;
  }
}
