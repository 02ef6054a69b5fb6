import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api } from '../api/client';
import { openIdFailure } from '../api/openid-failure';
import { ApiError } from '../api/problem';
import { session, type Login } from '../api/session';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { replaceQuery } from '../base/router';
import { t, type Key } from '../text/text';

const CODE_NEEDED = 'urn:gemello:problem:code-needed';

/** Name and password, and a code where the user has a second factor. */
@customElement('g-login')
export class LoginScreen extends Element {
  @state() private busy = false;
  /** Whether the user has a second factor. */
  @state() private code = false;
  @state() private error?: unknown;
  /** What the login by OpenID Connect is called, where there is one. */
  @state() private other?: string;
  /** Why the one by OpenID Connect was refused, from which the browser has come back. */
  private failure?: Key;

  override connectedCallback(): void {
    super.connectedCallback();
    this.failure = openIdFailure(location.hash);
    if (this.failure) {
      replaceQuery({});
    }
    void api.GET('/session').then(({ error }) => {
      this.other = (error as { openId?: string } | undefined)?.openId;
    });
  }

  private readonly enter = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '');
    this.busy = true;
    this.error = undefined;
    this.failure = undefined;
    try {
      session.begin(
        (await answer(
          api.POST('/session', { body: { user: text('user'), password: text('password'), ...(this.code ? { code: text('code') } : {}) } }),
        )) as Login,
      );
    } catch (error) {
      if (!this.code && error instanceof ApiError && error.problem.type === CODE_NEEDED) {
        this.code = true;
      } else {
        this.error = error instanceof ApiError && error.problem.status === 401 ? new Error(t('login.refused')) : error;
      }
    }
    this.busy = false;
  };

  protected override render(): TemplateResult {
    return html`<form class="panel login" @submit=${this.enter}>
      <h1>${t('login.title')}</h1>
      <label>${t('login.user')}<input name="user" autocomplete="username" required autofocus maxlength="64" /></label>
      <label
        >${t('login.password')}<input name="password" type="password" autocomplete="current-password" required maxlength="128"
      /></label>
      ${this.code ? html`<label>${t('login.code')}<input name="code" required autofocus pattern="[0-9]{6}" inputmode="numeric" autocomplete="one-time-code" /></label>` : nothing}
      ${problem(this.error ?? (this.failure && new Error(t(this.failure))))}
      ${this.other ? html`<a href="/api/v1/session/oidc">${t('login.other', { name: this.other })}</a>` : nothing}
      <button class="primary" ?disabled=${this.busy}>${t('login.enter')}</button>
      <p class="quiet">${t('login.first')}</p>
    </form>`;
  }
}
