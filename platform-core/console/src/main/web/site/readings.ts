import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../api/site';
import { qualitySign } from '../base/parts';
import { standing } from '../format/quality';
import { valueText } from '../format/sample';
import { timeText } from '../format/time';
import { unitText } from '../format/unit';
import { t } from '../text/text';

/** What was read, point by point. */
export function readings(list: Reading[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('probe.readings')}>
    <table class="values">
      <thead>
        <tr>
          <th scope="col">${t('point')}</th>
          <th scope="col">${t('connections.endpoint')}</th>
          <th scope="col" class="right">${t('value')}</th>
          <th scope="col">${t('unit')}</th>
          <th scope="col">${t('audit.time')}</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          each =>
            html`<tr>
              <th scope="row">${each.point}</th>
              <td><code>${each.address}</code></td>
              <td class="right">${readingText(each)}</td>
              <td>${unitText(each.unit)}</td>
              <td>${each.time ? timeText(each.time) : nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A value with the sign of its quality, or why there is none. */
export function readingText(reading: Reading): TemplateResult {
  return reading.problem
    ? html`<small class="bad">${reading.problem}</small>`
    : html`${qualitySign(standing(reading.quality?.code ?? 0))} <b class="live">${valueText(reading.value)}</b>`;
}
