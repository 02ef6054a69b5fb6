import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './pack-plan';
import { answer, api, type Schemas } from '../api/client';
import { fetchOffer } from '../api/packs';
import { session } from '../api/session';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { bring } from '../pack/bring';
import { t, words } from '../text/text';
import { packCard, signature, type PackActs } from './pack-card';
import { packOperation } from './pack-operation';

type Request = Schemas['PackRequest'];

/** Packs: what serves, what waits in quarantine, what is being done and was done. */
@customElement('g-packs')
export class PacksScreen extends Element {
  @state() private error?: unknown;
  @state() private request?: Request;
  @state() private busy = false;
  private readonly data = new Poll(
    this,
    async () => {
      const [packs, staged, operations, jobs, offers] = await Promise.all([
        answer(api.GET('/packs')),
        answer(api.GET('/staged-packs')),
        answer(api.GET('/pack-operations')),
        answer(api.GET('/jobs')),
        answer(api.GET('/pack-offers')),
      ]);
      return { packs, staged, operations, jobs: jobs.filter(job => job.kind === 'pack'), offers };
    },
    ON_EVENT,
  );
  private readonly told = () => void this.data.now();
  protected readonly site = new SiteListener(this, {
    packs: this.told,
    quarantine: this.told,
    lost: this.told,
    job: job => (job as Schemas['Job']).kind === 'pack' && this.told(),
  });

  private readonly acts: PackActs = {
    plan: request => {
      this.request = request;
    },
    verify: pack => void this.act(() => answer(api.POST('/packs/{pack}/verification', { params: { path: { pack } } }))),
  };

  private readonly cancel = (jobId: string) =>
    void this.act(() => answer(api.POST('/jobs/{jobId}/cancellation', { params: { path: { jobId } } })));

  private async act(call: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    try {
      await call();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    await this.data.now();
  }

  protected override render(): TemplateResult {
    const data = this.data.value;
    const idle = !data?.operations.some(each => each.outcome === 'UNDER_WAY');
    const running = data?.jobs.find(job => job.state === 'RUNNING');
    return html`<h1>${t('packs')}</h1>
      ${problem(this.error ?? this.data.error)}
      ${
        !data
          ? this.data.error
            ? nothing
            : loading()
          : html` ${
                this.request
                  ? html`<g-pack-plan
                      .request=${this.request}
                      @done=${() => {
                        this.request = undefined;
                        void this.data.now();
                      }}
                    ></g-pack-plan>`
                  : nothing
              }
              <div class="board">${data.packs.map(pack => packCard(pack, idle, this.acts))}</div>
              <section class="panel">
                <h2>${t('packs.quarantine')}</h2>
                ${
                  session.may('VENDOR')
                    ? bring(call => this.act(call), this.busy)
                    : nothing
                }
                ${
                  data.staged.length === 0
                    ? html`<p class="quiet">${t('packs.quarantine-empty')}</p>`
                    : html`<ul class="rows">
                        ${data.staged.map(
                          staged =>
                            html`<li>
                              <span class="grow"
                                ><b>${words(staged.title)} ${staged.version}</b> ${signature(staged.signature)}<br /><small
                                  >${staged.signature.sentence}</small
                                >
                                ${staged.problems.map(each => html`<br /><small class="bad">${each}</small>`)}</span
                              >
                              ${
                                session.may('VENDOR')
                                  ? html`<button
                                        class="small"
                                        @click=${() => {
                                          this.request = { action: 'INSTALL', source: staged.handle };
                                        }}
                                      >
                                        ${t('packs.plan')}
                                      </button>
                                      <button
                                        class="small"
                                        @click=${() => void this.act(() => answer(api.DELETE('/staged-packs/{handle}', { params: { path: { handle: staged.handle } } })))}
                                      >
                                        ${t('packs.discard')}
                                      </button>`
                                  : nothing
                              }
                            </li>`,
                        )}
                      </ul>`
                }
              </section>
              ${
                data.offers.length === 0
                  ? nothing
                  : html`<section class="panel">
                      <h2>${t('packs.offers')}</h2>
                      <ul class="rows">
                        ${data.offers.map(
                          offer =>
                            html`<li>
                              <span class="grow"
                                ><b>${words(offer.title)} ${offer.version}</b> <small>${offer.repository} · ${offer.publisher}</small
                                ><br /><small>${offer.note}</small></span
                              >
                              ${
                                session.may('ADMINISTRATOR') &&
                                offer.compatible &&
                                data.packs.find(pack => pack.id === offer.id)?.version !== offer.version
                                  ? html`<button
                                      class="small"
                                      @click=${() =>
                                        void this.act(() => fetchOffer(offer))}
                                    >
                                      ${t('packs.fetch')}
                                    </button>`
                                  : nothing
                              }
                            </li>`,
                        )}
                      </ul>
                    </section>`
              }
              <section class="panel">
                <h2>${t('packs.operations')}</h2>
                ${
                  data.operations.length === 0
                    ? html`<p class="quiet">${t('packs.no-operations')}</p>`
                    : data.operations
                        .slice(0, 10)
                        .map(each => packOperation(each, each.outcome === 'UNDER_WAY' ? running : undefined, this.cancel))
                }
              </section>`
      }`;
  }
}
