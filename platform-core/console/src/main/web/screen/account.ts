import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { logInAgain } from '../api/log-in';
import { session } from '../api/session';
import { Element } from '../base/element';
import { badge, problem } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { askProof } from '../base/proof';
import { t } from '../text/text';

/** One's own password and second factor. */
@customElement('g-account')
export class AccountScreen extends Element {
  /** Within another screen, which has a heading. */
  @property({ type: Boolean, attribute: 'part-of' }) partOf = false;
  @state() private passwordError?: unknown;
  @state() private changed = false;
  @state() private factorError?: unknown;
  @state() private secret?: Schemas['SecondFactor'];
  private readonly factor = new Poll(this, () => answer(api.GET('/account/second-factor')), ON_EVENT);

  private readonly change = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const [user, next] = [session.user ?? '', String(form.get('next'))];
    try {
      await answer(api.PUT('/account/password', { body: { present: String(form.get('present')), next } }));
      this.changed = await logInAgain(user, next);
      (event.target as HTMLFormElement).reset();
      this.passwordError = undefined;
    } catch (error) {
      this.passwordError = error;
    }
  };

  private async offer(): Promise<void> {
    const active = this.factor.value?.active ?? false;
    const proof = await askProof(t('account.offer-question'), t('account.factor-what'), t('account.offer'), active);
    if (proof) {
      await this.act(async () => {
        this.secret = await answer(api.POST('/account/second-factor', { body: proof }));
      });
    }
  }

  private async drop(): Promise<void> {
    const proof = await askProof(t('account.drop-question'), t('users.drop-what'), t('users.drop'), true);
    if (proof) {
      await this.act(async () => {
        await answer(api.POST('/users/{name}/second-factor/removal', { params: { path: { name: session.user ?? '' } }, body: proof }));
        session.lost();
      });
    }
  }

  private async act(call: () => Promise<void>): Promise<void> {
    try {
      await call();
      this.factorError = undefined;
    } catch (error) {
      this.factorError = error;
    }
  }

  private readonly confirmCode = async (event: SubmitEvent) => {
    event.preventDefault();
    await this.act(async () => {
      await answer(
        api.POST('/account/second-factor/confirmation', {
          body: { code: String(new FormData(event.target as HTMLFormElement).get('code')) },
        }),
      );
      session.lost();
    });
  };

  protected override render(): TemplateResult {
    return html`${this.partOf ? nothing : html`<h1>${session.user}</h1>`}
      <div class="board">
        <form class="panel half" @submit=${this.change}>
          <h2>${t('account.password')}</h2>
          <label
            >${t('account.present')}<br /><input name="present" type="password" required maxlength="128" autocomplete="current-password"
          /></label>
          <label
            >${t('account.next')}<br /><input
              name="next"
              type="password"
              required
              minlength="12"
              maxlength="128"
              autocomplete="new-password"
          /></label>
          ${problem(this.passwordError)}
          <p class="quiet" role="status">${this.changed ? t('account.changed') : t('account.again')}</p>
          <button class="primary">${t('account.change')}</button>
        </form>
        <section class="panel half">
          <h2>${t('users.factor')}</h2>
          <p class="quiet">${t('account.factor-what')}</p>
          ${problem(this.factorError ?? this.factor.error)}
          ${
            this.secret
              ? html`<p>${t('account.secret')} <code>${this.secret.secret}</code></p>
                  <p><a href=${this.secret.uri}>${t('account.app')}</a></p>
                  <form class="bar" @submit=${this.confirmCode}>
                    <label
                      >${t('login.code')} <input name="code" required pattern="[0-9]{6}" inputmode="numeric" autocomplete="one-time-code"
                    /></label>
                    <button class="primary">${t('account.confirm')}</button>
                  </form>`
              : html`<p>${this.factor.value ? (this.factor.value.active ? badge(t('users.factor-yes'), 'good') : badge(t('users.factor-no'))) : nothing}</p>
                  <div class="bar">
                    <button @click=${() => void this.offer()}>${this.factor.value?.active ? t('account.offer-anew') : t('account.offer')}</button>
                    ${this.factor.value?.active ? html`<button @click=${() => void this.drop()}>${t('users.drop')}</button>` : nothing}
                  </div>`
          }
        </section>
      </div>`;
  }
}
