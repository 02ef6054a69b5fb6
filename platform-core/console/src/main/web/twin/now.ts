import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { Clock } from '../base/clock';
import { Element } from '../base/element';
import { qualitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { Sight } from '../base/sight';
import { standing } from '../format/quality';
import { numeric, valueText } from '../format/sample';
import { ageText, timeText } from '../format/time';
import { unitText } from '../format/unit';
import { language, t } from '../text/text';
import { FeedFollower } from './follower';

type PointSpec = Schemas['PointSpec'];
const ROLES: PointSpec['role'][] = ['MEASURED', 'SETPOINT', 'DERIVED'];
const LONGEST_TEXT = 24;
const BAR = 64;

/** Every point with value, unit, quality and age. */
@customElement('g-now')
export class Now extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  protected readonly clock = new Clock(this);
  protected readonly follower = new FeedFollower(this);
  private readonly sight = new Sight(this, () => this.feed.id + language.value);

  protected override render(): TemplateResult {
    const points = this.feed.twin?.model?.points ?? [];
    const roles = ROLES.map(role => [role, points.filter(point => point.role === role)] as const).filter(([, of]) => of.length > 0);
    return points.length === 0
      ? html`<p class="quiet">${t('twin.no-model')}</p>`
      : html`<div class="columns">
          ${roles.map(
            ([role, of]) =>
              html`<section class="panel">
                <h2>${t(`pointrole.${role}`)}</h2>
                <div class="scroll">
                  <table class="values">
                    <thead>
                      <tr>
                        <th scope="col">${t('point')}</th>
                        <th scope="col" class="right">${t('value')}</th>
                        <th scope="col">${t('unit')}</th>
                        <th scope="col"><span class="unseen">${t('range')}</span></th>
                        <th scope="col" class="right">${t('age')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${of.map(point => this.sight.row(point.name, () => this.row(point)))}
                    </tbody>
                  </table>
                </div>
              </section>`,
          )}
        </div>`;
  }

  private row(point: PointSpec): TemplateResult {
    const sample = this.feed.sample(point.name);
    const state = sample ? standing(sample.quality.code) : 'good';
    const text = valueText(sample?.value);
    const isText = typeof sample?.value === 'string';
    return html`<tr class=${state} data-row=${point.name}>
      <th scope="row">
        <a href=${linkTo(['twins', this.feed.id, 'trends'], { points: point.name })}>${point.title}</a> <small>${point.name}</small>
      </th>
      <td class="right live">${isText && text.length > LONGEST_TEXT ? html`<small>${text.slice(0, LONGEST_TEXT)}…</small>` : text}</td>
      <td>
        ${isText ? nothing : unitText(point.unit)} ${qualitySign(state)}
        ${state === 'good' ? nothing : html`<small>${sample?.quality.symbol}</small>`}
      </td>
      <td>${analog(point, numeric(sample))}</td>
      <td class="right age" title=${timeText(sample?.sourceTime)}>${ageText(sample?.sourceTime)}</td>
    </tr>`;
  }
}

/** Where a value is in its plausible range: a mark on a bar says it faster than a number. */
function analog(point: PointSpec, value: number | undefined): TemplateResult | typeof nothing {
  if (point.low === undefined || point.high === undefined || value === undefined) {
    return nothing;
  }
  const share = Math.max(0, Math.min(1, (value - point.low) / (point.high - point.low || 1)));
  const x = (2 + share * (BAR - 4)).toFixed(1);
  return html`<svg class="analog" viewBox="0 0 ${BAR} 12" width=${BAR} height="12" aria-hidden="true">
    <path d="M0 9h${BAR}M.5 5v6M${BAR - 0.5} 5v6" />
    <path class="needle" d="M${x} 8l-4-7h8z" />
  </svg>`;
}
