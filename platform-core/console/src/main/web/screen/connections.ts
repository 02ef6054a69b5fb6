import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './browse';
import './certificates';
import '../site/twin-finder';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { numberText } from '../format/number';
import { ageText, timeText } from '../format/time';
import { BROWSABLE } from '../site/connection-keys';
import { t } from '../text/text';

type Connection = Schemas['Connection'];

/** Connections to the plant, what is behind each, and whom the platform trusts. */
@customElement('g-connections')
export class ConnectionsScreen extends Element {
  @property() name?: string;
  private readonly data = new Poll(
    this,
    async () => {
      const [connections, letters] = await Promise.all([
        answer(api.GET('/connections')),
        answer(api.GET('/dead-letters', { params: { query: { limit: 20 } } })),
      ]);
      return { connections, letters };
    },
    3000,
  );

  protected override render(): TemplateResult {
    const data = this.data.value;
    const connection = data?.connections.find(each => each.name === this.name);
    return html`<h1>${t('connections')}</h1>
      ${
        session.may('ENGINEER')
          ? html`<p class="bar"><a class="button" href=${linkTo(['site', 'connections'])}>${t('site.new-connection')}</a></p>`
          : nothing
      }
      ${problem(this.data.error)}${
        !data
          ? this.data.error
            ? nothing
            : loading()
          : html` <section class="panel">
                <div class="scroll" tabindex="0" role="region" aria-label=${t('connections')}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">${t('name')}</th>
                        <th scope="col">${t('status')}</th>
                        <th scope="col">${t('connections.endpoint')}</th>
                        <th scope="col" class="right">${t('connections.points')}</th>
                        <th scope="col" class="right">${t('connections.received')}</th>
                        <th scope="col" class="right">${t('connections.refused')}</th>
                        <th scope="col" class="right">${t('overview.last-data')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${data.connections.map(each => this.row(each))}
                    </tbody>
                  </table>
                </div>
              </section>
              ${connection ? this.chosen(connection) : nothing}
              <section class="panel">
                <h2>${t('certificates')}</h2>
                <g-certificates></g-certificates>
              </section>
              ${
                data.letters.length === 0
                  ? nothing
                  : html`<section class="panel">
                      <h2>${t('letters')}</h2>
                      <p class="quiet">${t('letters.what')}</p>
                      <ul class="rows">
                        ${data.letters.map(
                          letter =>
                            html`<li>
                              <b>${letter.connection}</b><span class="grow">${letter.source}: ${letter.cause}</span>
                              <small>${timeText(letter.time)}</small>
                            </li>`,
                        )}
                      </ul>
                    </section>`
              }`
      }`;
  }

  /** What is behind one connection, and the way to change it. */
  private chosen(connection: Connection): TemplateResult {
    return html`<section class="panel">
      <h2>${connection.name}</h2>
      ${
        session.may('ENGINEER')
          ? html`<p>
                <a class="button" href=${linkTo(['site', 'connections', connection.name])}
                  >${t('users.change', { name: connection.name })}</a
                >
              </p>
              <h3>${t('bind.with-twin')}</h3>
              <g-twin-finder .connections=${[connection.name]}></g-twin-finder>`
          : nothing
      }
      ${
        BROWSABLE.includes(connection.kind)
          ? html`<h3>${t('browse.of', { name: connection.name })}</h3>
              <g-browse .connection=${connection.name}></g-browse>`
          : nothing
      }
    </section>`;
  }

  private row(connection: Connection): TemplateResult {
    return html`<tr>
      <th scope="row"><a href=${linkTo(['connections', connection.name])}>${connection.name}</a> <small>${connection.kind}</small></th>
      <td>
        ${badge(t(`connection.${connection.state}`), connection.state === 'CONNECTED' ? 'good' : 'warn')}
        <small>${ageText(connection.since)}</small> ${connection.reason ? html`<br /><small>${connection.reason}</small>` : nothing}
      </td>
      <td>${connection.endpoint}</td>
      <td class="right">${connection.points}</td>
      <td class="right">${numberText(connection.received)}</td>
      <td class="right">${connection.refused ? badge(numberText(connection.refused), 'warn') : 0}</td>
      <td class="right">${ageText(connection.lastData)}</td>
    </tr>`;
  }
}
