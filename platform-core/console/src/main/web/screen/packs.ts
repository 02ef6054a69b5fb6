import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './pack-plan';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { timeText } from '../format/time';
import { named, t, words } from '../text/text';

type Pack = Schemas['Pack'];
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
    2000,
  );

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

  /** The body is the file as it is. */
  private async upload(file: File | undefined): Promise<void> {
    if (file) {
      await this.act(() =>
        answer(
          api.POST('/pack-uploads', {
            body: file as unknown as string,
            bodySerializer: body => body as unknown as Blob,
            headers: { 'Content-Type': 'application/octet-stream' },
          }),
        ),
      );
    }
  }

  protected override render(): TemplateResult {
    const data = this.data.value;
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
              <div class="board">${data.packs.map(pack => this.pack(pack, data.operations))}</div>
              <section class="panel">
                <h2>${t('packs.quarantine')}</h2>
                ${
                  session.may('ADMINISTRATOR')
                    ? html`<label class="bar"
                        >${t('packs.bring')}
                        <input
                          type="file"
                          accept=".gpack"
                          ?disabled=${this.busy}
                          @change=${(event: Event) => void this.upload((event.target as HTMLInputElement).files?.[0])}
                      /></label>`
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
                                session.may('ADMINISTRATOR')
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
                                        void this.act(() =>
                                          answer(
                                            api.POST('/pack-offers', {
                                              body: {
                                                repository: offer.repository,
                                                id: offer.id,
                                                version: offer.version,
                                              },
                                            }),
                                          ),
                                        )}
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
                    : data.operations.slice(0, 10).map(each => this.operation(each, data.jobs))
                }
              </section>`
      }`;
  }

  private pack(pack: Pack, operations: Schemas['PackOperation'][]): TemplateResult {
    const idle = !operations.some(each => each.outcome === 'UNDER_WAY');
    const older = pack.kept.filter(version => !version.active);
    return html`<section class="panel half">
      <h2>${words(pack.title)} <small>${pack.id} ${pack.version}</small></h2>
      <p>
        ${badge(named('pack', pack.state), pack.state === 'ACTIVE' ? 'good' : 'warn')} ${signature(pack.signature)}
        <small>${pack.publisher} · ${pack.licence} · ${pack.isolation}</small>
      </p>
      ${pack.reason ? html`<p class="problem">${pack.reason}</p>` : nothing}${pack.leak ? html`<p class="problem">${pack.leak}</p>` : nothing}
      <dl class="facts">
        <dt>${t('packs.types')}</dt>
        <dd>
          ${Object.entries(pack.types)
            .map(([type, schema]) => `${type} (${schema})`)
            .join(', ')}
        </dd>
        <dt>${t('packs.signed')}</dt>
        <dd class="wrap">${pack.signature.sentence}</dd>
        <dt>${t('packs.may')}</dt>
        <dd class="wrap">${grant(pack.grant)}</dd>
      </dl>
      ${
        session.may('ADMINISTRATOR')
          ? html`<div class="bar">
              ${older.map(
                version =>
                  html`<button
                    class="small"
                    ?disabled=${!idle}
                    @click=${() => {
                      this.request = { action: 'ROLLBACK', id: pack.id, source: version.version };
                    }}
                  >
                    ${t('packs.rollback', { version: version.version })}
                  </button>`,
              )}
              <button
                class="small"
                ?disabled=${!idle}
                @click=${() => void this.act(() => answer(api.POST('/packs/{pack}/verification', { params: { path: { pack: pack.id } } })))}
              >
                ${t('packs.verify')}
              </button>
              <button
                class="small"
                ?disabled=${!idle}
                @click=${() => {
                  this.request = { action: 'REMOVE', id: pack.id };
                }}
              >
                ${t('packs.remove')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private operation(operation: Schemas['PackOperation'], jobs: Schemas['Job'][]): TemplateResult {
    const under = operation.outcome === 'UNDER_WAY';
    const job = under ? jobs.find(each => each.state === 'RUNNING') : undefined;
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
              <button
                class="small"
                @click=${() => void this.act(() => answer(api.POST('/jobs/{jobId}/cancellation', { params: { path: { jobId: job.id } } })))}
              >
                ${t('cancel')}
              </button>`
          : nothing
      }
      ${operation.message ? html`<p>${operation.message}</p>` : nothing}
      <ol class="steps">
        ${operation.steps.map(step => html`<li><b>${step.name}</b> ${step.text} <small>${timeText(step.at)}</small></li>`)}
      </ol>
    </details>`;
  }
}

function signature(of: Schemas['PackSignature']): TemplateResult {
  return badge(named('signature', of.state), of.state === 'TRUSTED' ? 'good' : 'bad');
}

/** What a grant allows, in words. */
export function grant(of: Schemas['PackGrant']): string {
  const lists = [
    [t('grant.read'), of.read],
    [t('grant.write'), of.write],
    [t('grant.commands'), of.commands],
    [t('grant.network'), of.network],
  ] as const;
  return (
    [
      ...lists.filter(([, values]) => values.length > 0).map(([name, values]) => name + ' ' + values.join(', ')),
      ...(of.files ? [t('grant.files')] : []),
      ...(of.threads ? [t('grant.threads', { n: of.threads })] : []),
    ].join(' · ') || t('grant.nothing')
  );
}
