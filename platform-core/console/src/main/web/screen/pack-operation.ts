import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../api/client';
import { badge } from '../base/parts';
import { timeText } from '../format/time';
import { named, t } from '../text/text';

/** An operation on a pack with its steps; while it is under way with its progress. */
export function packOperation(
  operation: Schemas['PackOperation'],
  job: Schemas['Job'] | undefined,
  cancel: (job: string) => void,
): TemplateResult {
  const under = operation.outcome === 'UNDER_WAY';
  const last = operation.steps[operation.steps.length - 1];
  return html`<details ?open=${under}>
    <summary>
      ${badge(named('outcome', operation.outcome), operation.outcome === 'DONE' ? 'good' : under ? 'plain' : 'warn')}
      ${named('action', operation.action)} ${operation.pack} ${operation.from} → ${operation.to || '–'}
      <small>${timeText(operation.started)} · ${operation.caller} ${last ? '· ' + last.name : nothing}</small>
    </summary>
    ${
      job
        ? html`<progress max="1" .value=${job.progress} aria-label=${job.title}></progress>
            <button class="small" @click=${() => cancel(job.id)}>${t('cancel')}</button>`
        : nothing
    }
    ${operation.message ? html`<p>${operation.message}</p>` : nothing}
    <ol class="steps">
      ${operation.steps.map(step => html`<li><b>${step.name}</b> ${step.text} <small>${timeText(step.at)}</small></li>`)}
    </ol>
  </details>`;
}
