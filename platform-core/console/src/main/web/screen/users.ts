import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { askProof } from '../base/proof';
import { t } from '../text/text';
import './keys';
import { ROLES } from './roles';

type User = Schemas['User'];

/** The local users and what they may do. */
@customElement('g-users')
export class UsersScreen extends Element {
  @state() private error?: unknown;
  @state() private chosen?: User;
  private readonly users = new Poll(this, () => answer(api.GET('/users')), 10_000);

  private async act(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    await this.users.now();
    return this.error === undefined;
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const password = String(data.get('password'));
    const done = await this.act(() =>
      answer(
        api.PUT('/users/{name}', {
          params: { path: { name: String(data.get('name')) } },
          body: { roles: [data.get('role') as Schemas['Role']], ...(password ? { password } : {}) },
        }),
      ),
    );
    if (done) {
      form.reset();
      this.chosen = undefined;
    }
  };

  private async removeUser(user: User): Promise<void> {
    if (await confirm(t('users.remove-question', { name: user.name }), t('users.remove-what'), t('users.remove'))) {
      await this.act(() => answer(api.DELETE('/users/{name}', { params: { path: { name: user.name } } })));
    }
  }

  private async drop(user: User): Promise<void> {
    const own = this.users.value?.some(each => each.name === session.user && each.secondFactor) ?? false;
    const proof = await askProof(t('users.drop-question', { name: user.name }), t('users.drop-what'), t('users.drop'), own);
    if (proof) {
      await this.act(() => answer(api.POST('/users/{name}/second-factor/removal', { params: { path: { name: user.name } }, body: proof })));
    }
  }

  protected override render(): TemplateResult {
    const users = this.users.value;
    return html`<h1>${t('users')}</h1>
      ${problem(this.error ?? this.users.error)}
      ${
        !users
          ? loading()
          : html`<section class="panel">
              <div class="scroll" tabindex="0" role="region" aria-label=${t('users')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('name')}</th>
                      <th scope="col">${t('users.role')}</th>
                      <th scope="col">${t('users.factor')}</th>
                      <th scope="col"><span class="unseen">${t('actions')}</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${users.map(user => this.row(user))}
                  </tbody>
                </table>
              </div>
            </section>`
      }
      <form class="panel" @submit=${this.save}>
        <h2>${this.chosen ? t('users.change', { name: this.chosen.name }) : t('users.add')}</h2>
        <div class="bar">
          <label
            >${t('name')}
            <input
              name="name"
              required
              maxlength="64"
              autocomplete="off"
              .value=${this.chosen?.name ?? ''}
              ?readonly=${this.chosen !== undefined}
          /></label>
          <label
            >${t('users.role')}
            <select name="role">
              ${ROLES.map(role => html`<option value=${role} ?selected=${this.chosen?.roles.includes(role) ?? false}>${t(`user.${role}`)}</option>`)}
            </select></label
          >
          <label
            >${t('users.password')}
            <input name="password" type="password" minlength="12" maxlength="128" autocomplete="new-password" ?required=${!this.chosen}
          /></label>
          <button class="primary">${t('users.save')}</button>${
            this.chosen
              ? html`<button
                  type="button"
                  @click=${() => {
                    this.chosen = undefined;
                  }}
                >
                  ${t('cancel')}
                </button>`
              : nothing
          }
        </div>
        <p class="quiet">${t('users.what')}</p>
      </form>
      <section class="panel"><g-keys></g-keys></section>`;
  }

  private row(user: User): TemplateResult {
    return html`<tr>
      <th scope="row">${user.name}</th>
      <td>${user.roles.map(role => t(`user.${role}`)).join(', ')}</td>
      <td>${user.secondFactor ? badge(t('users.factor-yes'), 'good') : badge(t('users.factor-no'))}</td>
      <td>
        <div class="bar end">
          <button
            class="small"
            @click=${() => {
              this.chosen = user;
            }}
          >
            ${t('users.edit')}
          </button>
          ${user.secondFactor ? html`<button class="small" @click=${() => void this.drop(user)}>${t('users.drop')}</button>` : nothing}
          ${user.name === session.user ? nothing : html`<button class="small" @click=${() => void this.removeUser(user)}>${t('users.remove')}</button>`}
        </div>
      </td>
    </tr>`;
  }
}
