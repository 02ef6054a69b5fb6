import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../base/virtual';
import type { Schemas } from '../api/client';
import { alarmed, fleet, SUMMARY_TWINS } from '../api/fleet';
import { Element } from '../base/element';
import { badge, loading, problem, severitySign } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo, replaceQuery } from '../base/router';
import { byUrgency, SEVERITIES } from '../format/severity';
import { ageText, timeText } from '../format/time';
import { t } from '../text/text';

type FleetAlarm = Schemas['Alarm'] & { twin: Schemas['Twin'] };

/** All alarms of all twins, worst first. */
@customElement('g-alarms')
export class AlarmsScreen extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private severity = '';
  @state() private returned = false;
  private readonly data = new Poll(this, () => (this.returned ? fleet() : alarmed()), 3000);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      this.severity = this.query.get('severity') ?? '';
      this.returned = this.query.get('returned') === 'yes';
    }
  }

  private choose(): void {
    replaceQuery({ severity: this.severity, returned: this.returned ? 'yes' : undefined });
  }

  protected override render(): TemplateResult {
    const all = this.data.value;
    const alarms = (all?.twins ?? [])
      .flatMap(twin => twin.alarms.map(alarm => ({ ...alarm, twin })))
      .filter(alarm => (this.returned || alarm.active) && (this.severity === '' || alarm.severity === this.severity))
      .sort(byUrgency);
    return html`<h1>${t('alarms')}</h1>
      <div class="bar">
        <label
          >${t('alarms.severity')}
          <select
            @change=${(event: Event) => {
              this.severity = (event.target as HTMLSelectElement).value;
              this.choose();
            }}
          >
            <option value="">${t('all')}</option>
            ${SEVERITIES.map(each => html`<option value=${each} ?selected=${each === this.severity}>${t(`severity.${each}`)}</option>`)}
          </select></label
        >
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.returned}
            @change=${(event: Event) => {
              this.returned = (event.target as HTMLInputElement).checked;
              this.choose();
              void this.data.now();
            }}
          />
          ${t('alarms.returned')}</label
        >
        <span class="quiet" role="status"
          >${t('alarms.count', { n: alarms.length })}${all?.more ? ' · ' + t('overview.first', { n: SUMMARY_TWINS }) : nothing}</span
        >
      </div>
      ${problem(this.data.error)}
      ${
        !all
          ? loading()
          : alarms.length === 0
            ? html`<p class="panel quiet">${t('alarms.none')}</p>`
            : html`<g-virtual
                .count=${alarms.length}
                .rowHeight=${48}
                .label=${t('alarms')}
                .row=${(index: number) => this.row(alarms[index])}
              ></g-virtual>`
      }`;
  }

  private row(alarm: FleetAlarm | undefined): TemplateResult {
    return alarm
      ? html`<div class="alarm-row ${alarm.active ? '' : 'returned'}" role="listitem">
          <span>${severitySign(alarm.severity)} ${t(`severity.${alarm.severity}`)}</span>
          <a href=${linkTo(['twins', alarm.twin.id, 'alarms'])}>${alarm.twin.name}</a>
          <span class="message">${alarm.message}</span>
          <span>${alarm.active ? badge(t('alarms.active'), 'plain') : badge(t('alarms.gone'), 'plain')}</span>
          <small title=${timeText(alarm.since)}>${ageText(alarm.since)}</small>
        </div>`
      : html``;
  }
}
