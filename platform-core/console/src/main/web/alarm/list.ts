import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../base/virtual';
import type { AlarmAction, StandingAlarm } from '../api/alarm-book';
import type { AlarmList } from '../api/alarm-list';
import { session } from '../api/session';
import { Clock } from '../base/clock';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { ageText, timeText } from '../format/time';
import { t } from '../text/text';
import { askHandling, refusals } from './question';
import { ACTIONS, alarmSign, handlingText, possible, sourceLink, sourceName, stateBadge } from './state';

/** What the keys do while the list has the focus. */
const KEYS: Record<string, AlarmAction> = { a: 'ACKNOWLEDGE', s: 'SHELVE', r: 'RESTORE' };
const ROW = 52;

/** Alarms, one below the other, to be chosen and handled: with the mouse, a finger or the keyboard. */
@customElement('g-alarm-list')
export class AlarmListing extends Element {
  /** Where what is done is sent. */
  @property({ attribute: false }) list!: AlarmList;
  /** Those to show, in their order. */
  @property({ attribute: false }) alarms: StandingAlarm[] = [];
  /** Whether it says whose alarm each is. */
  @property({ type: Boolean }) sources = false;
  @state() private chosen = new Set<string>();
  @state() private active = -1;
  @state() private busy = false;
  @state() private error?: unknown;
  protected readonly clock = new Clock(this);

  private get selection(): StandingAlarm[] {
    return this.alarms.filter(alarm => this.chosen.has(idOf(alarm)));
  }

  private choose(alarm: StandingAlarm): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(idOf(alarm))) {
      chosen.add(idOf(alarm));
    }
    this.chosen = chosen;
  }

  private chooseAll(all: boolean): void {
    this.chosen = new Set(all ? this.alarms.map(idOf) : []);
  }

  /** Does it to those for which it is possible; what was refused is said, the rest is done. */
  private async handle(action: AlarmAction, alarms: StandingAlarm[], ask = true): Promise<void> {
    const able = alarms.filter(alarm => possible(alarm, action));
    const request = able.length === 0 ? undefined : ask ? await askHandling(action, able) : { action, reason: '' };
    this.querySelector('g-virtual')?.focus();
    if (!request) {
      return;
    }
    this.busy = true;
    const failed: { alarm: StandingAlarm; error: unknown }[] = [];
    for (const alarm of able) {
      try {
        await this.list.handle(alarm, request);
      } catch (error) {
        failed.push({ alarm, error });
      }
    }
    this.busy = false;
    this.error = refusals(failed);
    this.chosen = new Set(failed.map(({ alarm }) => idOf(alarm)));
  }

  private readonly press = (event: KeyboardEvent) => {
    const alarm = this.alarms[this.active];
    if (!alarm || event.altKey || event.metaKey || !(event.target as HTMLElement).matches('.virtual')) {
      return;
    }
    const action = event.ctrlKey ? undefined : KEYS[event.key.toLowerCase()];
    if (event.key === ' ') {
      this.choose(alarm);
    } else if (event.ctrlKey && event.key === 'a') {
      this.chooseAll(this.chosen.size < this.alarms.length);
    } else if (event.key === 'Enter') {
      location.hash = sourceLink(alarm);
    } else if (action) {
      void this.handle(action, this.chosen.size ? this.selection : [alarm], action !== 'ACKNOWLEDGE');
    } else {
      return;
    }
    event.preventDefault();
  };

  protected override render(): TemplateResult {
    return html`${session.may('OPERATOR') ? this.tools() : html`<p class="quiet">${t('alarm.role')}</p>`}${problem(this.error)}
      ${
        this.alarms.length === 0
          ? html`<p class="panel quiet">${t('alarms.none')}</p>`
          : html`<g-virtual
              kind="grid"
              .count=${this.alarms.length}
              .rowHeight=${ROW}
              .label=${t('alarms')}
              .active=${Math.min(this.active, this.alarms.length - 1)}
              .row=${(index: number, id: string) => this.row(this.alarms[index], index, id)}
              @move=${(event: CustomEvent<number>) => {
                this.active = event.detail;
              }}
              @keydown=${this.press}
            ></g-virtual>
            ${session.may('OPERATOR') ? html`<p class="quiet keys">${t('alarm.keys')}</p>` : nothing}`
      }`;
  }

  private tools(): TemplateResult {
    const { selection } = this;
    const all = this.alarms.length > 0 && selection.length === this.alarms.length;
    return html`<div class="bar tools" role="toolbar" aria-label=${t('alarm.tools')}>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${all}
          .indeterminate=${!all && selection.length > 0}
          ?disabled=${this.alarms.length === 0}
          @change=${() => this.chooseAll(!all)}
        />
        ${t('alarm.all')}</label
      >
      <span class="quiet" role="status">${selection.length ? t('alarm.chosen', { n: selection.length }) : nothing}</span><span class="grow"></span>
      ${ACTIONS.filter(action => action === 'ACKNOWLEDGE' || this.alarms.some(alarm => possible(alarm, action))).map(
        action =>
          html`<button
            class="small ${action === 'ACKNOWLEDGE' ? 'primary' : ''}"
            ?disabled=${this.busy || !selection.some(alarm => possible(alarm, action))}
            @click=${() => void this.handle(action, selection)}
          >
            ${t(`alarm.${action}`)}
          </button>`,
      )}
    </div>`;
  }

  private row(alarm: StandingAlarm | undefined, index: number, id: string): TemplateResult {
    if (!alarm) {
      return html``;
    }
    const chosen = this.chosen.has(idOf(alarm));
    const done = handlingText(alarm);
    return html`<div
      class="alarm-row ${alarm.state} ${index === this.active ? 'at' : ''}"
      role="row"
      id=${id}
      aria-rowindex=${index + 1}
      aria-selected=${chosen ? 'true' : 'false'}
    >
      <span role="gridcell"
        >${
          session.may('OPERATOR')
            ? html`<input
                type="checkbox"
                tabindex="-1"
                aria-label=${t('alarm.choose', { name: sourceName(alarm) + ' ' + alarm.name })}
                .checked=${chosen}
                @change=${() => this.choose(alarm)}
              />`
            : nothing
        }</span
      >
      <span role="gridcell" class="alarm-what">${alarmSign(alarm)}<span>${t(`severity.${alarm.severity}`)}</span></span>
      <span role="gridcell" class="alarm-state">${stateBadge(alarm)}</span>
      <span role="gridcell" class="alarm-text"
        ><span class="message"
          >${this.sources ? html`<a href=${sourceLink(alarm)} tabindex="-1">${sourceName(alarm)}</a> ` : nothing}<b>${alarm.name}</b>
          ${alarm.message}</span
        >${done ? html`<small title=${done}>${done}</small>` : nothing}</span
      >
      <small role="gridcell" class="right" title=${timeText(alarm.since)}>${ageText(alarm.since)}</small>
      <span role="gridcell" class="right"
        >${
          possible(alarm, 'ACKNOWLEDGE')
            ? html`<button
                class="small"
                tabindex="-1"
                aria-label=${t('alarm.acknowledge', { name: sourceName(alarm) + ' ' + alarm.name })}
                ?disabled=${this.busy}
                @click=${() => void this.handle('ACKNOWLEDGE', [alarm], false)}
              >
                <span>${t('alarm.ACKNOWLEDGE')}</span>
              </button>`
            : nothing
        }</span
      >
    </div>`;
  }
}

function idOf(alarm: StandingAlarm): string {
  return alarm.source + '/' + alarm.name;
}
