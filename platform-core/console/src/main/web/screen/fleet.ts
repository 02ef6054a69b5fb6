import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../base/virtual';
import '../maturity/mark';
import { answer, api, type Schemas } from '../api/client';
import { twins, type TwinFilter } from '../api/fleet';
import { Element } from '../base/element';
import { Filters } from '../base/filters';
import { badge, problem, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { search } from '../base/search';
import { numberText } from '../format/number';
import { worst } from '../format/severity';
import { named, t } from '../text/text';
import { places } from './fleet-places';

type Twin = Schemas['Twin'];
const PAGE = 500;
const MOST_PARTS = 1000;
const FRESH_MILLIS = 5000;
const STATUSES: Schemas['TwinStatus'][] = ['RUNNING', 'CATCHING_UP', 'PARKED'];

interface Line {
  twin: Twin;
  depth: number;
}

/** All twins, as many as there are; what is composed unfolds into its parts. */
@customElement('g-fleet')
export class FleetScreen extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private items: Twin[] = [];
  @state() private unfolded = new Map<string, Twin[]>();
  @state() private error?: unknown;
  @state() private busy = false;
  private readonly types = new Set<string>();
  private next?: string;
  private done = false;
  private round = 0;
  private readonly filters = new Filters(this);
  private fresh = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.fresh = window.setInterval(() => void this.refresh(), FRESH_MILLIS);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.fresh);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      this.again();
    }
  }

  private get filter(): TwinFilter {
    const get = (name: string) => this.query.get(name) ?? undefined;
    return { q: get('q'), type: get('type'), status: get('status') as TwinFilter['status'] };
  }

  private again(): void {
    this.round++;
    this.items = [];
    this.next = undefined;
    this.done = false;
    this.busy = false;
    void this.more();
  }

  private readonly more = async () => {
    if (this.busy || this.done) {
      return;
    }
    const round = this.round;
    this.busy = true;
    try {
      const page = await twins(this.filter, PAGE, this.next);
      if (round === this.round) {
        this.items.push(...page.items); // copying a long list again and again would cost more than reading it
        page.items.forEach(twin => this.types.add(twin.type));
        this.next = page.next;
        this.done = page.next === undefined;
        this.error = undefined;
      }
    } catch (error) {
      this.error = error;
      this.done = true;
    }
    if (round === this.round) {
      this.busy = false;
    }
  };

  /** A short list is kept fresh; of a long one nobody sees more than some lines. */
  private async refresh(): Promise<void> {
    if (this.busy || document.hidden || !this.done || this.items.length > PAGE) {
      return;
    }
    const round = this.round;
    try {
      const page = await twins(this.filter, PAGE);
      if (round === this.round) {
        this.items = page.items;
        this.error = undefined;
      }
    } catch (error) {
      this.error = error;
    }
  }

  private async fold(twin: Twin): Promise<void> {
    const unfolded = new Map(this.unfolded);
    if (!unfolded.delete(twin.id)) {
      const page = await answer(api.GET('/twins', { params: { query: { partOf: twin.id, limit: MOST_PARTS } } }));
      unfolded.set(twin.id, page.items);
    }
    this.unfolded = unfolded;
  }

  private get lines(): Line[] {
    const lines: Line[] = [];
    const add = (twin: Twin, depth: number, above: string[]) => {
      lines.push({ twin, depth });
      if (!above.includes(twin.id)) {
        this.unfolded.get(twin.id)?.forEach(part => add(part, depth + 1, [...above, twin.id]));
      }
    };
    this.items.forEach(twin => add(twin, 0, []));
    return lines;
  }

  protected override render(): TemplateResult {
    const { q, status, type } = this.filter;
    const types = [...new Set([...this.types, ...(type ? [type] : [])])].sort();
    const lines = this.unfolded.size === 0 ? undefined : this.lines;
    return html`<h1>${t('twins')}</h1>
      ${places('table')}
      <div class="bar">
        ${search(q ?? '', text => this.filters.type('q', text))}
        <label
          >${t('fleet.type')}
          <select @change=${(event: Event) => this.filters.set('type', (event.target as HTMLSelectElement).value)}>
            <option value="">${t('all')}</option>
            ${types.map(each => html`<option ?selected=${each === type}>${each}</option>`)}
          </select></label
        >
        <label
          >${t('status')}
          <select @change=${(event: Event) => this.filters.set('status', (event.target as HTMLSelectElement).value)}>
            <option value="">${t('all')}</option>
            ${STATUSES.map(each => html`<option value=${each} ?selected=${each === status}>${t(`status.${each}`)}</option>`)}
          </select></label
        >
        <span class="quiet" role="status">${t(this.done ? 'fleet.count' : 'fleet.loaded', { n: numberText(this.items.length) })}</span>
      </div>
      ${problem(this.error)}
      <div class="fleet-head" aria-hidden="true">
        <span>${t('twin')}</span><span>${t('fleet.type')}</span><span>${t('maturity')}</span><span>${t('status')}</span
        ><span>${t('alarms')}</span>
      </div>
      <g-virtual
        .count=${lines?.length ?? this.items.length}
        .label=${t('twins')}
        .row=${(index: number) => this.line(lines ? lines[index] : { twin: this.items[index] as Twin, depth: 0 })}
        @end=${this.more}
      ></g-virtual>`;
  }

  private line(line: Line | undefined): TemplateResult {
    if (!line) {
      return html``;
    }
    const { twin, depth } = line;
    const severity = worst(twin.alarms);
    const active = twin.alarms.filter(alarm => alarm.active);
    const composed = Object.keys(twin.parts ?? {}).length > 0;
    const open = this.unfolded.has(twin.id);
    return html`<div class="fleet-row depth-${Math.min(depth, 4)}" role="listitem">
      <span
        >${
          composed
            ? html`<button
                class="fold"
                aria-expanded=${open ? 'true' : 'false'}
                aria-label=${t('fleet.parts-of', { name: twin.name })}
                @click=${() => void this.fold(twin)}
              >
                ${open ? '▾' : '▸'}
              </button>`
            : html`<span class="fold"></span>`
        }<a href=${linkTo(['twins', twin.id])}>${twin.name}</a> <small>${twin.id}</small></span
      >
      <span>${twin.type}</span><span><g-maturity .twinId=${twin.id}></g-maturity></span><span>${badge(named('status', twin.status), twin.status === 'RUNNING' ? 'plain' : 'warn')}</span>
      <span>${severity ? html`${severitySign(severity)} ${active.length}` : nothing}</span>
    </div>`;
  }
}
