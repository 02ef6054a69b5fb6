import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../alarm/list';
import { byAttention, isStanding } from '../alarm/state';
import { STATES, type AlarmState, type StandingAlarm } from '../api/alarm-book';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { replaceQuery } from '../base/router';
import { SEVERITIES, type Severity } from '../format/severity';
import { t } from '../text/text';
import { alarmPlaces } from './alarm-places';

/** Filters beside the states themselves. */
const STANDING = '';
const ALL = 'ALL';

/** The alarms of all twins and of the platform itself, live: what waits for somebody first. */
@customElement('g-alarms')
export class AlarmsScreen extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private which: '' | 'ALL' | AlarmState = STANDING;
  @state() private least: Severity | '' = '';
  @state() private text = '';
  private readonly site = new SiteListener(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      const get = (name: string) => this.query.get(name) ?? '';
      this.which = [ALL, ...STATES].includes(get('state')) ? (get('state') as AlarmState) : STANDING;
      this.least = SEVERITIES.find(each => each === get('severity')) ?? '';
      this.text = get('q');
    }
  }

  private keep(): void {
    replaceQuery({ state: this.which, severity: this.least, q: this.text });
  }

  private shown(alarm: StandingAlarm): boolean {
    const words = this.text.toLowerCase();
    return (
      (this.which === STANDING ? isStanding(alarm) : this.which === ALL || alarm.state === this.which) &&
      (this.least === '' || SEVERITIES.indexOf(alarm.severity) <= SEVERITIES.indexOf(this.least)) &&
      [alarm.source, alarm.name, alarm.message].some(each => each.toLowerCase().includes(words))
    );
  }

  protected override render(): TemplateResult {
    const { alarms: list } = this.site;
    const all = list.all();
    const alarms = all.filter(alarm => this.shown(alarm)).sort(byAttention);
    return html`<h1>${t('alarms')} ${list.loaded && !this.site.open ? badge(t('twin.stale'), 'warn') : nothing}</h1>
      ${alarmPlaces('list')}
      <div class="bar">
        <label
          >${t('status')}
          <select
            @change=${(event: Event) => {
              this.which = (event.target as HTMLSelectElement).value as AlarmState;
              this.keep();
            }}
          >
            ${[STANDING, ...STATES, ALL].map(each => html`<option value=${each} ?selected=${each === this.which}>${this.choice(each, all)}</option>`)}
          </select></label
        >
        <label
          >${t('alarms.severity')}
          <select
            @change=${(event: Event) => {
              this.least = (event.target as HTMLSelectElement).value as Severity;
              this.keep();
            }}
          >
            <option value="">${t('all')}</option>
            ${SEVERITIES.map(each => html`<option value=${each} ?selected=${each === this.least}>${t('alarms.least', { severity: t(`severity.${each}`) })}</option>`)}
          </select></label
        >
        <label
          >${t('fleet.find')}
          <input
            type="search"
            maxlength="128"
            .value=${this.text}
            @input=${(event: Event) => {
              this.text = (event.target as HTMLInputElement).value;
              this.keep();
            }}
        /></label>
        <span class="quiet" role="status"
          >${t('alarms.count', { n: alarms.length })}${list.more ? ' · ' + t('alarms.first', { n: all.length }) : nothing}</span
        >
      </div>
      ${problem(list.error)}${list.loaded ? html`<g-alarm-list sources .list=${list} .alarms=${alarms}></g-alarm-list>` : list.error ? nothing : loading()}`;
  }

  private choice(which: string, all: StandingAlarm[]): string {
    const n = all.filter(alarm => (which === STANDING ? isStanding(alarm) : which === ALL || alarm.state === which)).length;
    const name = which === STANDING ? t('alarms.standing') : which === ALL ? t('all') : t(`alarm.${which as AlarmState}`);
    return `${name} (${n})`;
  }
}
