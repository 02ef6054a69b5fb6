import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import { LEVELS, PackLog, type LogLevel, type LogLine } from '../api/pack-log';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { Filters } from '../base/filters';
import { loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { timeText } from '../format/time';
import { t } from '../text/text';
import { levelSign } from './log-level';

const PAGE = 100;

/** What a pack logs: the newest first, so grave and with such a text as the address says; follows while it is open. */
@customElement('g-pack-log')
export class PackLogScreen extends Element {
  @property() pack = '';
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private shown = PAGE;
  private readonly filters = new Filters(this);
  private log?: PackLog;
  protected readonly site = new SiteListener(this, {
    'pack-log': news => (news as Schemas['PackLogEvent']).pack === this.pack && this.log?.follow(),
    lost: () => void this.log?.load(),
  });

  private get level(): LogLevel {
    return LEVELS.find(each => each === this.query.get('level')) ?? 'INFO';
  }

  private get text(): string {
    return this.query.get('text') ?? '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pack') || changed.has('query')) {
      this.log?.close();
      this.log = new PackLog(this.pack, { level: this.level, text: this.text }, () => this.requestUpdate());
      this.shown = PAGE;
      void this.log.load();
    }
  }

  override disconnectedCallback(): void {
    this.log?.close();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<h1>${t('packlog', { pack: this.pack })}</h1>
      <p><a href=${linkTo(['packs'])}>${t('packs')}</a></p>
      <div class="bar">
        <label
          >${t('packlog.level')}
          <select @change=${(event: Event) => this.filters.set('level', (event.target as HTMLSelectElement).value)}>
            ${LEVELS.map(
              each => html`<option value=${each} ?selected=${each === this.level}>${t('packlog.least', { level: t(`packlog.${each}`) })}</option>`,
            )}
          </select></label
        >
        <label class="grow"
          >${t('packlog.text')}
          <input
            type="search"
            maxlength="200"
            .value=${this.text}
            @input=${(event: Event) => this.filters.type('text', (event.target as HTMLInputElement).value)}
        /></label>
      </div>
      ${problem(this.log?.error)}${this.lines(this.log?.lines)}`;
  }

  private lines(lines: LogLine[] | undefined): TemplateResult | typeof nothing {
    if (!lines) {
      return this.log?.error ? nothing : loading();
    } else if (lines.length === 0) {
      return html`<p class="quiet">${t(this.text || this.level !== 'TRACE' ? 'packlog.nothing-such' : 'packlog.nothing')}</p>`;
    }
    return html`<div class="scroll panel" tabindex="0" role="region" aria-label=${t('packlog', { pack: this.pack })}>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">${t('packlog.time')}</th>
            <th scope="col">${t('packlog.level')}</th>
            <th scope="col">${t('packlog.version')}</th>
            <th scope="col">${t('twin')}</th>
            <th scope="col">${t('packlog.message')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.slice(0, this.shown).map(
            line =>
              html`<tr class=${line.level}>
                <td>${timeText(line.time)}</td>
                <td>${levelSign(line.level)} ${t(`packlog.${line.level}`)}</td>
                <td>${line.version}</td>
                <td>${line.twin ? html`<a href=${linkTo(['twins', line.twin])}>${line.twin}</a>` : nothing}</td>
                <td class="said">
                  <span class="message">${line.message}</span><br /><small>${line.logger}</small>
                  ${line.trace ? html`<details><summary>${t('packlog.trace')}</summary><pre tabindex="0">${line.trace}</pre></details>` : nothing}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${lines.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>${t('more')}</button>` : nothing}
    </div>`;
  }
}
