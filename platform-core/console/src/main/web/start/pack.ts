import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../screen/pack-plan';
import { answer, api, type Schemas } from '../api/client';
import { fetchOffer } from '../api/packs';
import { session } from '../api/session';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { bring } from '../pack/bring';
import { named, t, words } from '../text/text';
import { next } from './next';

/** The packs whose types twins can be made of: those that serve, and how another comes. */
@customElement('g-start-pack')
export class PackStep extends Element {
  @state() private error?: unknown;
  @state() private busy = false;
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
    ON_EVENT,
  );
  private readonly told = () => void this.data.now();
  protected readonly site = new SiteListener(this, { packs: this.told, quarantine: this.told, lost: this.told });

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
                  ? bring(call => this.act(call), this.busy)
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

  private offer(offer: Schemas['PackOffer']): TemplateResult {
    return html`<li>
      <span class="grow"><b>${words(offer.title)} ${offer.version}</b><br /><small>${offer.repository}</small></span>
      <button class="small" @click=${() => void this.act(() => fetchOffer(offer))}>
        ${t('packs.fetch')}
      </button>
    </li>`;
  }
}
