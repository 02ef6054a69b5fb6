import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TwinFeed } from '../api/feed';
import { Clock } from '../base/clock';
import { Element } from '../base/element';
import { badge, severitySign } from '../base/parts';
import { byUrgency } from '../format/severity';
import { ageText, timeText } from '../format/time';
import { t } from '../text/text';

/** The twin's alarms, active and returned. */
@customElement('g-twin-alarms')
export class TwinAlarms extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  protected readonly clock = new Clock(this);

  protected override render(): TemplateResult {
    const alarms = [...this.feed.alarms.values()].sort(byUrgency);
    return alarms.length === 0
      ? html`<p class="panel quiet">${t('alarms.none')}</p>`
      : html`<ul class="rows panel">
          ${alarms.map(
            alarm =>
              html`<li class=${alarm.active ? '' : 'returned'}>
                ${severitySign(alarm.severity)}<span class="grow"><b>${alarm.name}</b> ${alarm.message}</span
                >${badge(t(alarm.active ? 'alarms.active' : 'alarms.gone'))}
                <small>${timeText(alarm.since)}${alarm.active ? html` · ${ageText(alarm.since)}` : nothing}</small>
              </li>`,
          )}
        </ul>`;
  }
}
