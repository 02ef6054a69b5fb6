import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { qualitySign } from '../base/parts';
import { Clock } from '../base/clock';
import { standing } from '../format/quality';
import { valueText } from '../format/sample';
import { ageText } from '../format/time';
import { unitText } from '../format/unit';
import { pointOf, type Values } from './view';
import { WidgetElement } from './widget';

/** Present values in large figures. */
@customElement('g-values')
export class ValuesWidget extends WidgetElement<Values> {
  protected readonly clock = new Clock(this);

  protected picture(): TemplateResult {
    return html`<dl class="tiles">
      ${this.spec.points.map(pointOf).map(({ point, digits }) => {
        const sample = this.feed.sample(point);
        return html`<div>
          <dt>${this.titleOf(point)}</dt>
          <dd>
            <b>${valueText(sample?.value, digits)}</b>
            <span>${unitText(sample?.unit ?? this.feed.point(point)?.unit ?? '')}</span>
            ${qualitySign(sample ? standing(sample.quality.code) : 'good')} <small>${ageText(sample?.sourceTime)}</small>
          </dd>
        </div>`;
      })}
    </dl>`;
  }
}
