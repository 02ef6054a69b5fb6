import { html, nothing, type TemplateResult } from 'lit';
import type { TwinFeed } from '../api/feed';
import { qualitySign, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { standing } from '../format/quality';
import { valueWithUnit } from '../format/sample';
import type { Body } from '../scene/body';
import { t, words } from '../text/text';
import { partsTable } from './parts-table';
import { ownSeverity } from './scene-marks';
import type { SceneNode } from './scene-view';
import { pointOf } from './view';

/** The elements of a scene that are not parts, as a list: one of them can be chosen, and then shows its values. */
export function elementList(
  feed: TwinFeed,
  bodies: Body[],
  chosen: Body | undefined,
  choose: (body: Body | undefined) => void,
): TemplateResult | typeof nothing {
  const elements = bodies.filter(body => body.node.title && !body.copy?.part);
  return elements.length === 0
    ? nothing
    : html`<ul class="scene-elements" aria-label=${t('scene.elements')}>
        ${elements.map(body => {
          const severity = ownSeverity(body, feed);
          return html`<li>
            <button aria-pressed=${body === chosen} @click=${() => choose(body === chosen ? undefined : body)}>
              ${words(body.node.title)} ${body.copy?.id} ${severity ? severitySign(severity) : nothing}
            </button>
            ${body === chosen ? values(feed, body) : nothing}
          </li>`;
        })}
      </ul>`;
}

function values(feed: TwinFeed, body: Body): TemplateResult {
  const refs = (body.node.points ?? []).map(pointOf);
  const trendOf = (points: string) => linkTo(['twins', feed.id, 'trends'], { points });
  return refs.length === 0
    ? html`<p class="quiet">${t('scene.no-points')}</p>`
    : html`<dl class="scene-points" aria-live="polite">
          ${refs.map(({ point, digits }) => {
            const sample = feed.sample(point);
            return html`<dt>${feed.point(point)?.title ?? point}</dt>
              <dd>
                <a href=${trendOf(point)}>${valueWithUnit(sample, digits)}</a>
                ${sample ? qualitySign(standing(sample.quality.code)) : nothing}
              </dd>`;
          })}
        </dl>
        <a href=${trendOf(refs.map(ref => ref.point).join(','))}>${t('scene.trend')}</a>`;
}

/** True for a node that stands for parts, which people know by a table. */
export function isOfParts(node: SceneNode): boolean {
  return node.repeat?.part !== undefined && node.title !== undefined;
}

/** A table for each node that stands for parts; `point` is told which of them has the focus. */
export function partTables(
  feed: TwinFeed,
  nodes: SceneNode[],
  bodies: Body[],
  point: (body: Body | undefined) => void,
): TemplateResult[] {
  return nodes.filter(isOfParts).map(node => {
    const copies = bodies.filter(body => body.node === node);
    return html`<p class="quiet">${t('scene.opens')}</p>
      ${partsTable(feed, {
        title: node.title ?? {},
        part: node.repeat?.part ?? '',
        ids: copies.flatMap(body => body.copy?.id ?? []),
        points: node.points ?? [],
        focus: id => point(copies.find(body => body.copy?.id === id)),
      })}`;
  });
}
