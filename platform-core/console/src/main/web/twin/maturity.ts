import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { flowOf, LEVELS, levelsOf, simulatedPoints, type Seen } from '../maturity/level';
import { t } from '../text/text';
import type { View } from '../widget/view';

/** What the page of a twin knows of it beside what it follows. */
export interface Surroundings {
  views: View[];
  proposals: Schemas['TwinProposal'][];
  isPart: boolean;
  accepts: boolean;
}

/** The five levels as steps, what is reached filled. */
export function maturity(feed: TwinFeed, surroundings: Surroundings): TemplateResult {
  const seen = seenBy(feed, surroundings);
  const reached = levelsOf(seen);
  return html`<div class="maturity">
    <span class="flow">${t(`flow.${flowOf(seen)}`)}</span>
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

function seenBy({ twin, alarms, samples }: TwinFeed, { views, proposals, isPart, accepts }: Surroundings): Seen {
  return {
    running: twin?.status === 'RUNNING',
    model: twin?.model ?? { points: [], commands: [] },
    has: point => samples.get(point)?.value !== undefined,
    alarms: alarms.size > 0,
    simulated: simulatedPoints(views),
    hasParts: Object.values(twin?.parts ?? {}).some(parts => parts.length > 0),
    isPart,
    accepts,
    acted: proposals.some(proposal => proposal.given.length > 0),
  };
}
