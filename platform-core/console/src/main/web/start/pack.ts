import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../screen/pack-plan';
import { answer, api, type Schemas } from '../api/client';
import { bringPack } from '../api/packs';
import { session } from '../api/session';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { named, t, words } from '../text/text';
import { next } from './next';

/** The packs whose types twins can be made of: those that serve, and how another comes. */
@customElement('g-start-pack')
export class PackStep extends Element {
  @state() private error?: unknown;
  @state() private request?: Schemas['PackRequest'];
  private readonly data = new Poll(
    this,
    async () => {
      const [packs, staged, offers] = await Promise.all([
        answer(api.GET('/packs')),
        answer(api.GET('/staged-packs')),
        answer(api.GET('/pack-offers')),
      ]);
      return { packs, staged, offers: offers.filter(offer => offer.compatible && !packs.some(pack => pack.id === offer.id)) };
    },
    2000,
  );

  private async act(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    await this.data.now();
  }

  private async upload(file: File | undefined): Promise<void> {
    if (file) {
      await this.act(() => bringPack(file));
    }
  }

  protected override render(): TemplateResult {
    const data = this.data.value;
    return html`${problem(this.error ?? this.data.error)}
    ${
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
    ${
      !data
        ? loading()
        : html`<section class="panel">
              <h2>${t('start.packs')}</h2>
              ${data.packs.length === 0 ? html`<p>${t('start.no-packs')}</p>` : nothing}
              <ul class="rows">
                ${data.packs.map(
                  pack =>
                    html`<li>
                      ${badge(named('pack', pack.state), pack.state === 'ACTIVE' ? 'good' : 'warn')}
                      <span class="grow"
                        ><b>${words(pack.title)} ${pack.version}</b><br /><small>${Object.keys(pack.types).join(', ')}</small></span
                      >
                    </li>`,
                )}
                ${
                  session.may('ADMINISTRATOR')
                    ? [...data.staged.map(each => this.staged(each)), ...data.offers.map(each => this.offer(each))]
                    : nothing
                }
              </ul>
              ${
                session.may('ADMINISTRATOR')
                  ? html`<label class="bar"
                      >${t('packs.bring')}
                      <input
                        type="file"
                        accept=".gpack"
                        @change=${(event: Event) => void this.upload((event.target as HTMLInputElement).files?.[0])}
                    /></label>`
                  : nothing
              }
            </section>
            ${data.packs.some(pack => pack.state === 'ACTIVE') ? next('source') : nothing}`
    }`;
  }

  /** One that was brought and looked at. */
  private staged(pack: Schemas['StagedPack']): TemplateResult {
    return html`<li>
      <span class="grow"><b>${words(pack.title)} ${pack.version}</b><br /><small>${pack.signature.sentence}</small></span>
      <button
        class="small"
        @click=${() => {
          this.request = { action: 'INSTALL', source: pack.handle };
        }}
      >
        ${t('packs.plan')}
      </button>
    </li>`;
  }

  private offer({ repository, id, version, title }: Schemas['PackOffer']): TemplateResult {
    return html`<li>
      <span class="grow"><b>${words(title)} ${version}</b><br /><small>${repository}</small></span>
      <button class="small" @click=${() => void this.act(() => answer(api.POST('/pack-offers', { body: { repository, id, version } })))}>
        ${t('packs.fetch')}
      </button>
    </li>`;
  }
}
