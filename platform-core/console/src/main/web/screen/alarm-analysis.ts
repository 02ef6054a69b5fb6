import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { boards } from '../analysis/boards';
import { alarmsBehind } from '../analysis/behind';
import { figures } from '../analysis/figures';
import { read, type Reading } from '../analysis/read';
import { isKind, type Kind } from '../analysis/selection';
import { localTime, SPANS, stretchOf, type Stretch } from '../analysis/stretch';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { timeText } from '../format/time';
import { t, type Key } from '../text/text';
import { alarmPlaces } from './alarm-places';

const AGAIN_MILLIS = 60_000;
const TITLES: Record<Kind, Key> = {
  all: 'analysis.behind.all',
  peaks: 'analysis.peaks',
  floods: 'analysis.floods',
  top: 'analysis.top',
  chattering: 'analysis.chattering',
  fleeting: 'analysis.fleeting',
  stale: 'analysis.stale',
  acknowledged: 'analysis.median',
  waiting: 'analysis.waiting',
  unseen: 'analysis.unseen',
  putaside: 'analysis.putaside',
};

/** How good the alarm system was over a time. What is shown is in the address, so that it can be sent. */
@customElement('g-alarm-analysis')
export class AlarmAnalysis extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  private readonly reading = new Poll<Reading>(this, () => this.read(), AGAIN_MILLIS);

  private get stretch(): Stretch {
    return stretchOf(this.query, Date.now());
  }

  private get source(): string {
    return this.query.get('source') ?? '';
  }

  private get show(): string {
    return this.query.get('show') ?? '';
  }

  private read(): Promise<Reading> {
    const { from, to } = this.stretch;
    return read(from, to, this.source);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('query');
    if (!before) {
      return;
    }
    if (['from', 'to', 'span', 'source'].some(key => before.get(key) !== this.query.get(key))) {
      void this.reading.now();
    }
    if (this.show !== '' && before.get('show') !== this.show) {
      this.querySelector<HTMLElement>('.behind')?.focus();
    }
  }

  /** The present address with something else in it. */
  private link(change: Record<string, string>): string {
    return linkTo(['alarms', 'analysis'], { ...Object.fromEntries(this.query), ...change });
  }

  private go(change: Record<string, string>): void {
    location.hash = this.link(change);
  }

  protected override render(): TemplateResult {
    const reading = this.reading.value;
    return html`<h1>${t('analysis')}</h1>
      ${alarmPlaces('analysis')}
      <p class="quiet">${t('analysis.what')}</p>
      ${this.choices(reading?.sources ?? [])} ${problem(this.reading.error)}
      ${reading ? this.answer(reading) : this.reading.error ? nothing : loading()}`;
  }

  private answer({ analysis, more }: Reading): TemplateResult {
    return html`${more ? html`<p class="problem">${t('analysis.more')}</p>` : nothing}
      ${figures(analysis, show => this.link({ show }))}
      <div class="board">
        ${this.show ? alarmsBehind(this.show, this.titleOf(this.show), analysis, this.link({ show: '' })) : nothing}
        ${
          analysis.annunciated.length === 0
            ? html`<p class="panel full quiet">${t('analysis.none')}</p>`
            : boards(
                analysis,
                show => this.link({ show }),
                show => this.go({ show }),
              )
        }
      </div>`;
  }

  private titleOf(show: string): string {
    if (isKind(show)) {
      return t(TITLES[show]);
    }
    const which = show.slice(show.indexOf(':') + 1);
    const [from, to] = which.split('-').map(millis => new Date(Number(millis)));
    return show.startsWith('time:') && from && to && !Number.isNaN(Number(from)) && !Number.isNaN(Number(to))
      ? t('analysis.behind.time', { from: timeText(from.toISOString()), to: timeText(to.toISOString()) })
      : t('analysis.behind.actor', { name: which });
  }

  private choices(sources: string[]): TemplateResult {
    const { from, to, span } = this.stretch;
    const time = (name: 'from' | 'to', millis: number) =>
      html`<label
        >${t(`analysis.${name}`)}
        <input type="datetime-local" .value=${localTime(millis)} @change=${(event: Event) => this.setTime(name, (event.target as HTMLInputElement).value)}
      /></label>`;
    return html`<div class="bar">
      <label
        >${t('analysis.stretch')}
        <select @change=${(event: Event) => this.go({ span: (event.target as HTMLSelectElement).value, from: '', to: '', show: '' })}>
          ${SPANS.map(each => html`<option value=${each} ?selected=${each === span}>${t(`analysis.stretch.${each}`)}</option>`)}
          ${span ? nothing : html`<option value="" selected>${t('analysis.stretch.own')}</option>`}
        </select></label
      >
      ${time('from', from)}${time('to', to)}
      <label
        >${t('analysis.source')}
        <select @change=${(event: Event) => this.go({ source: (event.target as HTMLSelectElement).value })}>
          <option value="">${t('all')}</option>
          ${[...new Set([...sources, ...(this.source ? [this.source] : [])])].map(
            each => html`<option value=${each} ?selected=${each === this.source}>${each}</option>`,
          )}
        </select></label
      >
    </div>`;
  }

  private setTime(name: 'from' | 'to', value: string): void {
    const asked = { from: this.stretch.from, to: this.stretch.to, [name]: Date.parse(value) };
    if (asked.from < asked.to) {
      this.go({ from: new Date(asked.from).toISOString(), to: new Date(asked.to).toISOString(), span: '', show: '' });
    }
  }
}
