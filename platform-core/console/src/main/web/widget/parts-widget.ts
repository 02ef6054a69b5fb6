import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { qualitySign, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { standing } from '../format/quality';
import { valueText } from '../format/sample';
import { worst } from '../format/severity';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { pointOf, type Parts } from './view';
import { WidgetElement } from './widget';

/** A row for each part with present values and alarms. */
@customElement('g-parts')
export class PartsWidget extends WidgetElement<Parts> {
  protected picture(): TemplateResult {
    this.feed.wantParts();
    const ids = this.feed.partIds(this.spec.part);
    const points = this.spec.points.map(pointOf);
    const sampleOf = (id: string, point: string) => this.feed.parts.get(id)?.state.find(sample => sample.point === id + '/' + point);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words(this.spec.title)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('twin')}</th>
            <th scope="col"><span class="unseen">${t('alarms')}</span></th>
            ${points.map(({ point }) => {
              const unit = unitText(ids.map(id => sampleOf(id, point)?.unit).find(each => each !== undefined) ?? '');
              return html`<th scope="col" class="right">
                ${this.feed.partPoint(this.spec.part, point)?.title ?? point} <small>${unit}</small>
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${ids.map(id => {
            const severity = worst(this.feed.parts.get(id)?.alarms ?? []);
            return html`<tr>
              <th scope="row"><a href=${linkTo(['twins', id])}>${this.feed.parts.get(id)?.name ?? id}</a></th>
              <td>${severity ? severitySign(severity) : nothing}</td>
              ${points.map(({ point, digits }) => {
                const sample = sampleOf(id, point);
                return html`<td class="right">
                  ${valueText(sample?.value, digits)}${qualitySign(sample ? standing(sample.quality.code) : 'good')}
                </td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
      ${ids.length === 0 ? html`<p class="quiet">${t('parts.none', { role: this.spec.part })}</p>` : nothing}
    </div>`;
  }
}
