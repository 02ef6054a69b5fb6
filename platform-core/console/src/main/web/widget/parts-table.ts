import { html, nothing, type TemplateResult } from 'lit';
import type { TwinFeed } from '../api/feed';
import { qualitySign, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { standing } from '../format/quality';
import { valueText } from '../format/sample';
import { worst } from '../format/severity';
import { unitText } from '../format/unit';
import { t, words, type Words } from '../text/text';
import { pointOf, type PointRef } from './view';

interface PartsTable {
  title: Words;
  /** The role that all of them have. */
  part: string;
  ids: string[];
  points: PointRef[];
  /** Told when the keyboard comes to a part, and with undefined when it leaves. */
  focus?: (id: string | undefined) => void;
}

/** A row for each part with its values and its worst alarm; a link to its twin. */
export function partsTable(feed: TwinFeed, { title, part, ids, points, focus }: PartsTable): TemplateResult {
  const refs = points.map(pointOf);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words(title)}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('twin')}</th>
          <th scope="col"><span class="unseen">${t('alarms')}</span></th>
          ${refs.map(({ point }) => {
            const unit = unitText(ids.map(id => feed.parts.get(id)?.sample(point)?.unit).find(each => each !== undefined) ?? '');
            return html`<th scope="col" class="right">${feed.partPoint(part, point)?.title ?? point} <small>${unit}</small></th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${ids.map(id => {
          const found = feed.parts.get(id);
          const severity = worst(found?.alarms.values() ?? []);
          return html`<tr>
            <th scope="row">
              <a href=${linkTo(['twins', id])} @focus=${() => focus?.(id)} @blur=${() => focus?.(undefined)}>${found?.name ?? id}</a>
            </th>
            <td>${severity ? severitySign(severity) : nothing}</td>
            ${refs.map(({ point, digits }) => {
              const sample = found?.sample(point);
              return html`<td class="right">
                ${valueText(sample?.value, digits)}${qualitySign(sample ? standing(sample.quality.code) : 'good')}
              </td>`;
            })}
          </tr>`;
        })}
      </tbody>
    </table>
    ${ids.length === 0 ? html`<p class="quiet">${t('parts.none', { role: part })}</p>` : nothing}
  </div>`;
}
