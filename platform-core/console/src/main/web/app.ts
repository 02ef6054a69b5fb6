import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api } from './api/client';
import { session, type Login } from './api/session';
import { WaitingAlarms } from './api/waiting';
import { Element } from './base/element';
import { severitySign } from './base/parts';
import { Poll } from './base/poll';
import { linkTo, parseRoute, type Route } from './base/router';
import { theme } from './base/theme';
import { worst } from './format/severity';
import { firstSteps } from './start/first';
import { SCREENS, screenOf } from './screens';
import { language, t } from './text/text';
import './screen/login';

/** The frame around all screens: who, where, and whether the platform itself is well. */
@customElement('g-app')
export class App extends Element {
  @state() private route: Route = parseRoute(location.hash);
  @state() private ready = false;
  private readonly platform = new Poll(this, async () => (session.user ? await answer(api.GET('/platform/alarms')) : []), 10_000);
  private readonly waiting = new WaitingAlarms(this);
  private readonly moved = () => {
    const before = this.route.path;
    this.route = parseRoute(location.hash);
    if (before[0] !== this.route.path[0] || before[1] !== this.route.path[1]) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
      scrollTo(0, 0);
    }
  };
  private readonly entered = () => void firstSteps(this.route);
  private readonly changed = () => {
    this.requestUpdate();
    void this.platform.now();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.moved);
    session.addEventListener('change', this.changed);
    session.addEventListener('change', this.entered);
    theme.addEventListener('change', this.changed);
    void this.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.moved);
    session.removeEventListener('change', this.changed);
    session.removeEventListener('change', this.entered);
    theme.removeEventListener('change', this.changed);
    super.disconnectedCallback();
  }

  /** A page that was loaded again finds its session. */
  private async begin(): Promise<void> {
    try {
      session.begin((await answer(api.GET('/session'))) as Login);
    } catch {
      session.lost(); // the login says more as soon as someone tries
    }
    this.ready = true;
  }

  private async leave(): Promise<void> {
    try {
      await answer(api.DELETE('/session'));
    } finally {
      session.lost();
    }
  }

  protected override updated(): void {
    const screen = screenOf(this.route.path);
    this.querySelector('nav a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.title = `${session.user ? (this.route.path[1] ?? t(screen.title)) : t('login.title')} · Gemello`;
  }

  protected override render(): TemplateResult {
    if (!this.ready) {
      return html`<p class="quiet centre" aria-busy="true">${t('loading')}</p>`;
    }
    if (!session.user) {
      return html`<header class="top">${this.brand()}<span class="grow"></span>${this.choices()}</header>
        <main tabindex="-1"><g-login></g-login></main>`;
    }
    const screen = screenOf(this.route.path);
    return html`<header class="top">
        <a class="skip" href="#" @click=${this.skip}>${t('skip')}</a>${this.brand()}<span role="status">${this.platformAlarms()}</span><span class="grow"></span
        >${this.choices()} <a class="user" href=${linkTo(['account'])} title=${t('account')}>${session.user}</a
        ><button class="small" @click=${() => void this.leave()}>${t('logout')}</button>
      </header>
      <nav aria-label=${t('nav')}>
        ${SCREENS.filter(each => !each.role || session.may(each.role)).map(
          each =>
            html`<a href=${linkTo(each.path)} aria-current=${each === screen || (screen.within !== undefined && each.path[0] === screen.within) ? 'page' : nothing}
              ><svg viewBox="0 0 20 20" aria-hidden="true"><path d=${each.icon} /></svg>${t(each.title)}${each.path[0] === 'alarms' ? this.waitingSign() : nothing}</a
            >`,
        )}
      </nav>
      <main tabindex="-1">${screen.show(this.route)}</main>`;
  }

  /** How many alarms nobody has acknowledged, and the worst of them: seen from every screen. */
  private waitingSign(): TemplateResult | typeof nothing {
    const severity = worst(this.waiting.all.map(alarm => ({ ...alarm, active: true }))); // also of those that are back to normal
    return severity
      ? html`<span class="count" title=${t('app.waiting', { n: this.waiting.count })}
          >${severitySign(severity)} ${this.waiting.count}<span class="unseen"> ${t('alarm.UNACKNOWLEDGED')}</span></span
        >`
      : nothing;
  }

  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  };

  private brand(): TemplateResult {
    return html`<a class="brand" href=${linkTo([])}
      ><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5h7v14H4zM13 5h7v14h-7z" />
        <path class="cut" d="M6.5 9h2M6.5 12h2M15.5 9h2M15.5 12h2" /></svg
      >Gemello</a
    >`;
  }

  private platformAlarms(): TemplateResult | typeof nothing {
    const alarms = (this.platform.value ?? []).map(alarm => ({ ...alarm, active: true }));
    const severity = worst(alarms);
    return this.platform.error
      ? html`<span class="notice">${t('app.no-contact')}</span>`
      : severity
        ? html`<a class="notice" href=${linkTo(['health'])}>${severitySign(severity)} ${t('app.platform-alarms', { n: alarms.length })}</a>`
        : nothing;
  }

  private choices(): TemplateResult {
    return html`<button
        class="small"
        lang=${language.value === 'en' ? 'ko' : 'en'}
        @click=${() => {
          language.value = language.value === 'en' ? 'ko' : 'en';
        }}
      >
        ${language.value === 'en' ? '한국어' : 'English'}
      </button>
      <button
        class="small"
        @click=${() => theme.turn()}
        title=${t(`theme.${theme.value}`)}
        aria-label="${t('theme')}: ${t(`theme.${theme.value}`)}"
      >
        ${theme.value === 'system' ? '◐' : theme.value === 'dark' ? '☾' : '☀'}
      </button>`;
  }
}
