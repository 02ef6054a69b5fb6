import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api } from '../api/client';
import { ApiError } from '../api/problem';
import { session, type Login } from '../api/session';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { t } from '../text/text';

/** Name and password. */
@customElement('g-login')
export class LoginScreen extends Element {
  @state() private busy = false;
  @state() private error?: unknown;

  private readonly enter = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.error = undefined;
    try {
      session.begin(await answer(api.POST('/session', { body: { user: String(form.get('user')), password: String(form.get('password')) } })) as Login);
    } catch (error) {
      this.error = error instanceof ApiError && error.problem.status === 401 ? new Error(t('login.refused')) : error;
    }
    this.busy = false;
  };

  protected override render(): TemplateResult {
    return html`<form class="panel login" @submit=${this.enter}>
      <h1>${t('login.title')}</h1>
      <label>${t('login.user')}<input name="user" autocomplete="username" required autofocus maxlength="64"></label>
      <label>${t('login.password')}<input name="password" type="password" autocomplete="current-password" required maxlength="128"></label>
      ${problem(this.error)}
      <button class="primary" ?disabled=${this.busy}>${t('login.enter')}</button>
      <p class="quiet">${t('login.first')}</p>
    </form>`;
  }
}
