import { html, nothing, type TemplateResult } from 'lit';
import { badge, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { spanText, timeText } from '../format/time';
import { t } from '../text/text';
import type { Analysis } from './analysis';
import { nameOf, type Occurrence, type PutAside } from './occurrence';
import { taken } from './response';
import { behind } from './selection';

const MOST = 500;
const stamp = (millis: number | undefined) => (millis === undefined ? '–' : timeText(new Date(millis).toISOString()));

/** The alarms behind a figure, oldest first. */
export function alarmsBehind(show: string, title: string, analysis: Analysis, close: string): TemplateResult | typeof nothing {
  const alarms = behind(show, analysis);
  if (!alarms) {
    return nothing;
  }
  const count = show === 'putaside' ? analysis.putAside.length : alarms.length;
  return html`<section class="panel full behind" tabindex="-1">
    <div class="bar">
      <h2 id="behind">${title} (${count})</h2>
      <a href=${close}>${t('analysis.close')}</a>
    </div>
    ${count > MOST ? html`<p class="quiet">${t('table.first', { n: MOST, all: count })}</p>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-labelledby="behind">
      ${show === 'putaside' ? asideTable(analysis.putAside.slice(0, MOST)) : table(alarms.slice(0, MOST))}
    </div>
  </section>`;
}

function table(alarms: Occurrence[]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('analysis.time')}</th>
        <th scope="col">${t('alarms')}</th>
        <th scope="col">${t('analysis.source')}</th>
        <th scope="col">${t('analysis.returned')}</th>
        <th scope="col">${t('analysis.acknowledged')}</th>
      </tr>
    </thead>
    <tbody>
      ${alarms.map(
        each =>
          html`<tr>
            <td>${stamp(each.raised)}</td>
            <th scope="row">
              ${severitySign(each.severity)} ${each.alarm} ${each.aside ? badge(t(`alarm.${each.aside}`)) : nothing}<br /><small>${each.text}</small>
            </th>
            <td>${source(each.source)}</td>
            <td>${stamp(each.returned)}</td>
            <td>${each.acknowledged === undefined ? t('analysis.never') : spanText(taken(each))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function asideTable(all: PutAside[]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('analysis.time')}</th>
        <th scope="col">${t('alarms')}</th>
        <th scope="col">${t('status')}</th>
        <th scope="col">${t('alarm.reason')}</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(
        each =>
          html`<tr>
            <td>${stamp(each.time)}</td>
            <th scope="row">${nameOf(each)}</th>
            <td>${t(`alarm.${each.how}`)} ${t('alarm.by', { who: each.by })}</td>
            <td>${each.reason}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function source(id: string): TemplateResult {
  return id === 'platform' ? html`${id}` : html`<a href=${linkTo(['twins', id, 'alarms'])}>${id}</a>`;
}
