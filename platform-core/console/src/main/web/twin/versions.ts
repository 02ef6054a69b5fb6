import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { bytesText, numberText } from '../format/number';
import { spanText, timeText } from '../format/time';
import { served, type Served } from '../pack/served';
import { named, t, words } from '../text/text';

const NANOS = 1_000_000;

/** Which version of its pack served the twin when, how it came, and which versions are kept to go back to. */
@customElement('g-versions')
export class Versions extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  private readonly data = new Poll(
    this,
    async () => {
      const [packs, operations] = await Promise.all([answer(api.GET('/packs')), answer(api.GET('/pack-operations'))]);
      return { packs, operations };
    },
    10_000,
  );

  protected override render(): TemplateResult {
    const data = this.data.value;
    const type = this.feed.twin?.type ?? '';
    const pack = data?.packs.find(each => type in each.types);
    return html`${problem(this.data.error)}
    ${
      !data
        ? this.data.error
          ? nothing
          : loading()
        : pack
          ? this.history(pack, served(data.operations, pack.id), type)
          : html`<p class="panel quiet">${t('versions.no-pack', { type })}</p>`
    }`;
  }

  private history(pack: Schemas['Pack'], times: Served[], type: string): TemplateResult {
    return html`<section class="panel">
        <h2>${t('versions.served')} <small>${words(pack.title)} · <a href=${linkTo(['packs'])}>${t('packs')}</a></small></h2>
        ${
          times.length === 0
            ? html`<p class="quiet">${t('packs.no-operations')}</p>`
            : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('versions.served')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('versions.version')}</th>
                      <th scope="col">${t('versions.from')}</th>
                      <th scope="col">${t('versions.until')}</th>
                      <th scope="col">${t('versions.how')}</th>
                      <th scope="col">${t('jobs.who')}</th>
                      <th scope="col" class="right">${t('versions.pause')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${times.map(time => this.row(time))}
                  </tbody>
                </table>
              </div>`
        }
      </section>
      <section class="panel">
        <h2>${t('versions.model')}</h2>
        <dl class="facts">
          <dt>${t('fleet.type')}</dt>
          <dd>${type}</dd>
          <dt>${t('versions.schema')}</dt>
          <dd>${this.feed.twin?.model?.schema ?? '–'}${pack.types[type] === this.feed.twin?.model?.schema ? nothing : html` → ${pack.types[type]}`}</dd>
          <dt>${t('versions.kept')}</dt>
          <dd>
            ${pack.kept.map(
              each =>
                html`<div>
                  ${each.version} ${each.active ? badge(t('versions.serves'), 'good') : nothing}
                  <small>${timeText(each.added)} · ${bytesText(each.bytes)} · <code>${each.sha256.slice(0, 12)}</code></small>
                </div>`,
            )}
          </dd>
        </dl>
      </section>`;
  }

  private row({ version, from, until, by, back }: Served): TemplateResult {
    const longest = Math.max(...by.pauses) / NANOS;
    return html`<tr>
      <th scope="row">${version} ${until ? nothing : badge(t('versions.serves'), 'good')}</th>
      <td>${timeText(from)}</td>
      <td>${until ? timeText(until) : '–'} <small>${spanText((until ? Date.parse(until) : Date.now()) - Date.parse(from))}</small></td>
      <td class="wrap">${back ? t('outcome.ROLLED_BACK') : named('action', by.action)} <small>${by.message}</small></td>
      <td>${by.caller}</td>
      <td class="right">${by.pauses.length && !back ? t('versions.millis', { n: numberText(longest) }) : '–'}</td>
    </tr>`;
  }
}
