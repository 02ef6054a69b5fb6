import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { figures } from '../api/figures';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { badge, loading, problem, severitySign } from '../base/parts';
import { Poll } from '../base/poll';
import { bytesText, numberText } from '../format/number';
import { ageText, timeText } from '../format/time';
import { t } from '../text/text';
import { roomAndQueues } from './health-figures';

/** Figures change all the time, so there is no event for them. */
const FIGURES_MILLIS = 3000;

/** Whether the platform does its work: parts, its own alarms, and who is behind in the log. */
@customElement('g-health')
export class HealthScreen extends Element {
  private readonly data = new Poll(
    this,
    async () => {
      const [health, groups, alarms, numbers] = await Promise.all([
        fetch('/api/v1/health/ready').then(response => response.json() as Promise<Schemas['Health']>),
        answer(api.GET('/log/groups')),
        answer(api.GET('/platform/alarms')),
        figures(),
      ]);
      return { health, groups, alarms, numbers };
    },
    FIGURES_MILLIS,
  );
  private readonly told = () => void this.data.now();
  protected readonly site = new SiteListener(this, { health: this.told, lost: this.told });

  protected override render(): TemplateResult {
    const data = this.data.value;
    return html`<h1>${t('health')}</h1>
      ${problem(this.data.error)}${
        !data
          ? this.data.error
            ? nothing
            : loading()
          : html`<div class="board">
              ${
                data.alarms.length === 0
                  ? nothing
                  : html`<section class="panel full">
                      <h2>${t('health.alarms')}</h2>
                      <ul class="rows">
                        ${data.alarms.map(
                          alarm =>
                            html`<li>
                              ${severitySign(alarm.severity)}<b>${alarm.name}</b><span class="grow">${alarm.message}</span
                              ><small>${timeText(alarm.since)}</small>
                            </li>`,
                        )}
                      </ul>
                    </section>`
              }
              <section class="panel full">
                <h2>${t('health.parts')}</h2>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('health.part')}</th>
                      <th scope="col">${t('status')}</th>
                      <th scope="col">${t('health.says')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${data.health.parts.map(
                      part =>
                        html`<tr>
                          <th scope="row">${part.part}</th>
                          <td>
                            ${!part.live ? badge(t('health.dead'), 'bad') : part.ready ? badge(t('health.ready'), 'good') : badge(t('health.unready'), 'warn')}
                          </td>
                          <td class="wrap">${part.text}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </section>
              <section class="panel full">
                <h2>${t('health.groups')}</h2>
                <p class="quiet">${t('health.groups-what')}</p>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('health.group')}</th>
                      <th scope="col" class="right">${t('health.lag')}</th>
                      <th scope="col" class="right">${t('health.lag-bytes')}</th>
                      <th scope="col" class="right">${t('health.oldest')}</th>
                      <th scope="col">${t('status')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${data.groups.map(
                      group =>
                        html`<tr>
                          <th scope="row">${group.name}</th>
                          <td class="right">${numberText(group.lag)}</td>
                          <td class="right">${bytesText(group.lagBytes)}</td>
                          <td class="right">${group.oldest ? ageText(group.oldest) : '–'}</td>
                          <td>${group.active ? badge(t('health.reads'), 'good') : badge(t('health.idle'))}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </section>
              ${roomAndQueues(data.numbers)}
            </div>`
      }`;
  }
}
