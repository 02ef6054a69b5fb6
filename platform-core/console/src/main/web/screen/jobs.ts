import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { timeText } from '../format/time';
import { named, t } from '../text/text';

/** Long work with its progress. */
@customElement('g-jobs')
export class JobsScreen extends Element {
  @state() private error?: unknown;
  private readonly jobs = new Poll(this, () => answer(api.GET('/jobs')), ON_EVENT);
  protected readonly site = new SiteListener(this, {
    job: job => this.take(job as Schemas['Job']),
    lost: () => void this.jobs.now(),
  });

  /** A job has begun, or has come on. */
  private take(job: Schemas['Job']): void {
    const jobs = this.jobs.value;
    if (jobs) {
      const known = jobs.some(each => each.id === job.id);
      this.jobs.value = known ? jobs.map(each => (each.id === job.id ? job : each)) : [job, ...jobs];
      this.requestUpdate();
    }
  }

  private async cancel(job: Schemas['Job']): Promise<void> {
    try {
      await answer(api.POST('/jobs/{jobId}/cancellation', { params: { path: { jobId: job.id } } }));
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult {
    const jobs = this.jobs.value;
    return html`<h1>${t('jobs')}</h1>
      ${problem(this.error ?? this.jobs.error)}
      ${
        !jobs
          ? loading()
          : jobs.length === 0
            ? html`<p class="panel quiet">${t('jobs.none')}</p>`
            : html`<div class="scroll panel" tabindex="0" role="region" aria-label=${t('jobs')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('jobs.what')}</th>
                      <th scope="col">${t('status')}</th>
                      <th scope="col">${t('jobs.progress')}</th>
                      <th scope="col">${t('jobs.who')}</th>
                      <th scope="col">${t('jobs.started')}</th>
                      <th scope="col"><span class="unseen">${t('actions')}</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${jobs.map(job => this.row(job))}
                  </tbody>
                </table>
              </div>`
      }`;
  }

  private row(job: Schemas['Job']): TemplateResult {
    const open = job.state === 'WAITING' || job.state === 'RUNNING';
    return html`<tr>
      <td>${job.title}<br /><small>${job.message || job.result}</small></td>
      <td>${badge(named('job', job.state), job.state === 'FAILED' ? 'bad' : job.state === 'DONE' ? 'good' : 'plain')}</td>
      <td>
        ${open ? html`<progress max="1" .value=${job.progress} aria-label=${job.title}></progress> ${Math.round(job.progress * 100)} %` : nothing}
      </td>
      <td>${job.caller}</td>
      <td>${timeText(job.started)}</td>
      <td>
        ${open && (session.may('ENGINEER') || job.caller === session.user) ? html`<button class="small" @click=${() => void this.cancel(job)}>${t('cancel')}</button>` : nothing}
      </td>
    </tr>`;
  }
}
