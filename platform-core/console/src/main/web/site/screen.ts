import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './connection-editor';
import './tag-browser';
import './text-editor';
import './twin-editor';
import './twin-finder';
import { documents, reloadSite, type SiteDocument } from '../api/site';
import { session } from '../api/session';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { named, t } from '../text/text';
import { effects } from './effects';

/** The description of the site: twins, connections and bindings made and changed while the platform runs. */
@customElement('g-site')
export class SiteScreen extends Element {
  @property({ attribute: false }) path: string[] = [];

  protected override render(): TemplateResult {
    const [what, first = '', second = ''] = this.path;
    switch (what) {
      case 'twins':
        return html`<g-twin-editor .name=${first}></g-twin-editor>`;
      case 'connections':
        return html`<g-connection-editor .name=${first}></g-connection-editor>`;
      case 'bindings':
        return html`<g-tag-browser .connection=${first} .twin=${second}></g-tag-browser>`;
      case 'text':
        return html`<g-binding-text .name=${first}></g-binding-text>`;
      default:
        return html`<g-site-overview></g-site-overview>`;
    }
  }
}

@customElement('g-site-overview')
export class SiteOverview extends Element {
  @state() private error?: unknown;
  @state() private read?: string[];
  private readonly data = new Poll(
    this,
    async () => {
      const [connections, bindings] = await Promise.all([documents('CONNECTION'), documents('BINDING')]);
      return { connections, bindings };
    },
    ON_EVENT,
  );
  private readonly again = () => void this.data.now();
  protected readonly events = new SiteListener(this, { site: this.again, lost: this.again });

  private async reload(): Promise<void> {
    try {
      this.read = (await reloadSite()).effects;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    await this.data.now();
  }

  protected override render(): TemplateResult {
    const data = this.data.value;
    return html`<h1>${t('site')}</h1>
      <p class="quiet">${t('site.what')}</p>
      ${
        session.may('ENGINEER')
          ? html`<p class="bar">
              <a class="button" href=${linkTo(['start'])}>${t('start')}</a>
              <a class="button" href=${linkTo(['site', 'connections'])}>${t('site.new-connection')}</a>
              <a class="button" href=${linkTo(['site', 'twins'])}>${t('site.new-twin')}</a>
              <button @click=${() => void this.reload()}>${t('site.reload')}</button>
            </p>`
          : html`<p class="quiet">${t('site.role')}</p>`
      }
      ${problem(this.error ?? this.data.error)} ${effects(t('site.read-again'), this.read)}
      <section class="panel">
        <h2>${t('connections')}</h2>
        ${
          !data
            ? this.data.error
              ? nothing
              : loading()
            : data.connections.length === 0
              ? html`<p class="quiet">${t('site.no-connections')}</p>`
              : html`<ul class="rows">
                  ${data.connections.map(each => this.connection(each, data.bindings))}
                </ul>`
        }
      </section>
      <section class="panel">
        <h2>${t('twins')}</h2>
        <g-twin-finder .connections=${data?.connections.map(each => each.name) ?? []}></g-twin-finder>
      </section>`;
  }

  private connection(connection: SiteDocument, bindings: SiteDocument[]): TemplateResult {
    const twins = bindings
      .filter(each => each.name.startsWith(connection.name + '/'))
      .map(each => each.name.slice(connection.name.length + 1));
    return html`<li>
      <a href=${linkTo(['site', 'connections', connection.name])}>${connection.name}</a>
      <small>${named('kind', String(connection.content?.['kind'] ?? ''))} · <code>${connection.place}</code></small>
      <span class="grow"
        >${twins.map(
          twin =>
            html`<a href=${linkTo(['site', 'bindings', connection.name, twin])}
              >${twin}<span class="unseen"> ← ${connection.name}</span></a
            > `,
        )}</span
      >
    </li>`;
  }
}
