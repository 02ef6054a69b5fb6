import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { t } from '../text/text';
import type { View } from '../widget/view';

/** Who decides where the platform does it by itself. */
const AUTONOMY = 'autonomy';
export const LEVELS = ['mirror', 'monitor', 'simulate', 'federate', 'autonomous'] as const;
export type Level = (typeof LEVELS)[number];
/** Data flow between plant and twin: none, in, or both ways (Kritzinger et al. 2018). */
export type Flow = 'model' | 'shadow' | 'twin';

/** Which levels a twin does, from what is configured and running; each is told apart, none follows from another. */
export function levels(feed: TwinFeed, views: View[], proposals: Schemas['TwinProposal'][]): Set<Level> {
  const reached = new Set<Level>();
  const points = feed.twin?.model?.points ?? [];
  const has = (name: string) => feed.sample(name)?.value !== undefined;
  const running = feed.twin?.status === 'RUNNING';
  const composed = Object.values(feed.twin?.parts ?? {}).some(parts => parts.length > 0);
  if (composed || points.some(point => point.role === 'MEASURED' && has(point.name))) {
    reached.add('mirror');
  }
  if (running && (feed.alarms.size > 0 || points.some(point => point.role === 'DERIVED' && has(point.name)))) {
    reached.add('monitor');
  }
  const models = views
    .flatMap(view => view.widgets)
    .flatMap(widget => (widget.type === 'trend' ? widget.series : []))
    .filter(series => !series.part && (series.role === 'model' || series.role === 'residual'));
  if (running && models.some(series => has(series.point))) {
    reached.add('simulate');
  }
  if (running && composed) {
    reached.add('federate');
  }
  if (running && proposals.some(proposal => proposal.history.some(step => step.by === AUTONOMY))) {
    reached.add('autonomous');
  }
  return reached;
}

/** A model has no values of the plant, a shadow has them, itself or by its parts; a twin acts back by set points or by what it proposed. */
export function flow(feed: TwinFeed, proposals: Schemas['TwinProposal'][]): Flow {
  const points = feed.twin?.model?.points ?? [];
  const fed = (role: string) => points.some(point => point.role === role && feed.sample(point.name)?.value !== undefined);
  const acts = ((feed.twin?.model?.commands.length ?? 0) > 0 && fed('SETPOINT')) || proposals.some(proposal => proposal.given.length > 0);
  return acts ? 'twin' : fed('MEASURED') || Object.keys(feed.twin?.parts ?? {}).length > 0 ? 'shadow' : 'model';
}

/** The five levels as steps, what is reached filled. */
export function maturity(feed: TwinFeed, views: View[], proposals: Schemas['TwinProposal'][]): TemplateResult {
  const reached = levels(feed, views, proposals);
  return html`<div class="maturity">
    <span class="flow">${t(`flow.${flow(feed, proposals)}`)}</span>
    <ol aria-label=${t('maturity')}>
      ${LEVELS.map(
        level =>
          html`<li class=${reached.has(level) ? 'reached' : ''} title=${t(`level.${level}.what`)}>
            ${t(`level.${level}`)}<span class="unseen"> ${reached.has(level) ? t('maturity.reached') : t('maturity.not-reached')}</span>
          </li>`,
      )}
    </ol>
  </div>`;
}
