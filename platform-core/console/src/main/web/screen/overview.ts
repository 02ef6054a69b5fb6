import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { alarmSign, byAttention, isStanding, sourceLink, sourceName, stateBadge } from '../alarm/state';
import { answer, api } from '../api/client';
import { fleet, SUMMARY_TWINS } from '../api/fleet';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { badge, figure, loading, problem, severitySign } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { SEVERITIES } from '../format/severity';
import { gainText } from '../format/gain';
import { ageText } from '../format/time';
import { named, t } from '../text/text';

const MOST_ALARMS = 12;
const MOST_PROPOSALS = 20;
const MOST_WAITING = 20;

/** Whether anything needs a person, at one look. */
@customElement('g-overview')
export class Overview extends Element {
  private readonly data = new Poll(this, async () => {
    const [all, connections, health, platform, packs] = await Promise.all([
      fleet(),
      answer(api.GET('/connections')),
      fetch('/api/v1/health/ready').then(
        response => response.json() as Promise<{ status: string; parts: { part: string; ready: boolean; text: string }[] }>,
      ),
      answer(api.GET('/platform/alarms')),
      answer(api.GET('/packs')),
    ]);
    return { all, connections, health, platform, packs };
  });
  private readonly proposals = new Poll(
    this,
    async () => (await answer(api.GET('/proposals', { params: { query: { state: 'OPEN', limit: MOST_PROPOSALS } } }))).items,
    ON_EVENT,
  );
  private readonly proposed = () => void this.proposals.now();
  private readonly waiting = new Poll(
    this,
    () => answer(api.GET('/commands', { params: { query: { state: 'WAITING', limit: MOST_WAITING } } })),
    ON_EVENT,
  );
  private readonly commanded = () => void this.waiting.now();
  private readonly site = new SiteListener(this, {
    proposal: this.proposed,
    command: this.commanded,
    lost: () => {
      this.proposed();
      this.commanded();
    },
  });

  protected override render(): TemplateResult {
    const data = this.data.value;
    return html`<h1>${t('overview')}</h1>
      ${problem(this.data.error)}${data ? this.content(data) : this.data.error ? nothing : loading()}`;
  }

  private content({ all, connections, health, platform, packs }: NonNullable<typeof this.data.value>): TemplateResult {
    const count = (status: string) => all.twins.filter(twin => twin.status === status).length;
    const alarms = this.site.alarms.all().filter(isStanding).sort(byAttention);
    const names = new Map(all.twins.map(twin => [twin.id, twin.name]));
    const proposals = this.proposals.value ?? [];
    const apart = connections.filter(connection => connection.state !== 'CONNECTED');
    const unready = health.parts.filter(part => !part.ready);
    return html`${all.more ? html`<p class="quiet">${t('overview.first', { n: SUMMARY_TWINS })}</p>` : nothing}
      <div class="figures">
        ${figure(all.twins.length + (all.more ? '+' : ''), t('overview.twins'), linkTo(['twins']))}
        ${figure(count('RUNNING'), t('status.RUNNING'), linkTo(['twins'], { status: 'RUNNING' }))}
        ${count('CATCHING_UP') ? figure(count('CATCHING_UP'), t('status.CATCHING_UP'), linkTo(['twins'], { status: 'CATCHING_UP' })) : nothing}
        ${figure(count('PARKED'), t('status.PARKED'), linkTo(['twins'], { status: 'PARKED' }), count('PARKED') ? 'warn' : 'plain')}
        ${SEVERITIES.map(severity => [severity, alarms.filter(alarm => alarm.severity === severity).length] as const).map(
          ([severity, n]) =>
            html`<a class="figure" href=${linkTo(['alarms'], { severity })}
              ><b>${n ? severitySign(severity) : nothing} ${n}</b> <span>${t(`severity.${severity}`)}</span></a
            >`,
        )}
      </div>
      <div class="board">
        <section class="panel full">
          <h2>${t('overview.worst')}</h2>
          ${
            alarms.length === 0
              ? html`<p class="quiet">${t('alarms.none')}</p>`
              : html`<ul class="rows">
                    ${alarms
                      .slice(0, MOST_ALARMS)
                      .map(
                        alarm =>
                          html`<li>
                            ${alarmSign(alarm)}<a href=${sourceLink(alarm)}>${names.get(alarm.source) ?? sourceName(alarm)}</a>
                            <span class="grow">${alarm.message}</span>${stateBadge(alarm)}<small>${ageText(alarm.since)}</small>
                          </li>`,
                      )}
                  </ul>
                  ${alarms.length > MOST_ALARMS ? html`<p><a href=${linkTo(['alarms'])}>${t('overview.all-alarms', { n: alarms.length })}</a></p>` : nothing}`
          }
        </section>
        ${this.approvals(names)}
        ${
          proposals.length === 0
            ? nothing
            : html`<section class="panel full">
                <h2>${t('overview.proposals')}</h2>
                <ul class="rows">
                  ${proposals.map(
                    proposal =>
                      html`<li>
                        <a href=${linkTo(['twins', proposal.twin, 'proposals'])}>${names.get(proposal.twin) ?? proposal.twin}</a
                        ><span class="grow">${proposal.title}</span>${gainText(proposal.gain)}
                      </li>`,
                  )}
                </ul>
              </section>`
        }
        <section class="panel half">
          <h2>${t('overview.platform')}</h2>
          <p>
            ${
              health.status === 'UP' && platform.length === 0
                ? badge(t('overview.well'), 'good')
                : badge(t('overview.not-well', { n: unready.length + platform.length }), 'bad')
            } <a href=${linkTo(['health'])}>${t('health')}</a>
          </p>
          <ul class="rows">
            ${platform.map(alarm => html`<li>${severitySign(alarm.severity)}<span class="grow">${alarm.message}</span></li>`)}
            ${unready.map(part => html`<li>${badge(part.part, 'bad')}<span class="grow">${part.text}</span></li>`)}
          </ul>
        </section>
        <section class="panel half">
          <h2>${t('connections')}</h2>
          <p>
            ${badge(t('overview.connected', { n: connections.length - apart.length, all: connections.length }), apart.length ? 'warn' : 'good')}
          </p>
          <ul class="rows">
            ${connections.map(
              connection =>
                html`<li>
                  <a href=${linkTo(['connections', connection.name])}>${connection.name}</a>
                  <span class="grow"
                    >${connection.state === 'CONNECTED' ? nothing : named('connection', connection.state)} ${connection.reason ?? ''}</span
                  >
                  <small>${t('overview.last-data')} ${ageText(connection.lastData)}</small>
                </li>`,
            )}
          </ul>
        </section>
        ${
          packs.some(pack => pack.state !== 'ACTIVE')
            ? html`<section class="panel full">
                <h2>${t('packs')}</h2>
                <ul class="rows">
                  ${packs
                    .filter(pack => pack.state !== 'ACTIVE')
                    .map(
                      pack =>
                        html`<li>
                          ${badge(named('pack', pack.state), 'warn')} <a href=${linkTo(['packs'])}>${pack.id}</a
                          ><span class="grow">${pack.reason}</span>
                        </li>`,
                    )}
                </ul>
              </section>`
            : nothing
        }
      </div>`;
  }

  /** Commands that somebody has to approve, each with the way to its decision. */
  private approvals(names: Map<string, string>): TemplateResult | typeof nothing {
    const waiting = this.waiting.value ?? [];
    return waiting.length === 0
      ? nothing
      : html`<section class="panel full">
          <h2>${t('overview.approvals')}</h2>
          <ul class="rows">
            ${waiting.map(
              command =>
                html`<li>
                  ${badge(t('command.WAITING'), 'warn')}
                  <a href=${linkTo(['twins', command.twin, 'commands'])}>${names.get(command.twin) ?? command.twin}</a
                  ><span class="grow">${command.name}</span><small>${command.caller}</small><small>${ageText(command.issued)}</small>
                </li>`,
            )}
          </ul>
        </section>`;
  }
}
