import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../chart/trend';
import { TwinFeed } from '../api/feed';
import type { Schemas } from '../api/client';
import type { LineSpec } from '../chart/line';
import { Clock } from '../base/clock';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { numeric, valueWithUnit } from '../format/sample';
import { ageText } from '../format/time';
import { t } from '../text/text';

const SPAN_SECONDS = 300;
const SHOWN = 4;
const FRESH_MILLIS = 30_000;

/** The end: values of the new twin as they come, and one of them as a line. */
@customElement('g-start-live')
export class LiveStep extends Element {
  @property() twin = '';
  private feed?: TwinFeed;
  private readonly changed = () => this.requestUpdate();

  constructor() {
    super();
    new Clock(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.open();
    }
  }

  override disconnectedCallback(): void {
    this.close();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('twin')) {
      this.close();
      this.open();
    }
  }

  private open(): void {
    this.feed = new TwinFeed(this.twin);
    this.feed.addEventListener('change', this.changed);
  }

  private close(): void {
    this.feed?.removeEventListener('change', this.changed);
    this.feed?.close();
  }

  /** Measured numbers that have come, those first that have a unit and are not zero: a state or a stopped axle shows little. */
  private get points(): Schemas['PointSpec'][] {
    const dull = (point: Schemas['PointSpec']) => (point.unit === '1' ? 2 : 0) + (numeric(this.feed?.sample(point.name)) === 0 ? 1 : 0);
    return (this.feed?.twin?.model?.points ?? [])
      .filter(point => point.role === 'MEASURED' && numeric(this.feed?.sample(point.name)) !== undefined)
      .sort((a, b) => dull(a) - dull(b))
      .slice(0, SHOWN);
  }

  protected override render(): TemplateResult {
    const feed = this.feed;
    if (!feed?.twin) {
      return feed?.error ? html`${problem(feed.error)}` : loading();
    }
    const points = this.points;
    const [first] = points;
    const lives = points.some(point => Date.now() - Date.parse(feed.sample(point.name)?.receivedTime ?? '') < FRESH_MILLIS);
    return html`<section class="panel">
        <h2>${feed.twin.name} <small>${feed.twin.id}</small></h2>
        <p role="status">${lives ? html`${badge(t('start.lives'), 'good')} ${t('start.lives-what')}` : t('start.waiting')}</p>
        <div class="figures">
          ${points.map(point => {
            const sample = feed.sample(point.name);
            return html`<div class="figure">
              <b class="live">${valueWithUnit(sample)}</b><span>${point.title} · ${ageText(sample?.receivedTime)}</span>
            </div>`;
          })}
        </div>
        ${
          first
            ? html`<g-trend
                .feed=${feed}
                .lines=${[{ twin: feed.id, point: first.name, title: first.title, unit: first.unit, role: 'measured' } satisfies LineSpec]}
                .span=${SPAN_SECONDS}
                .height=${260}
              ></g-trend>`
            : nothing
        }
      </section>
      <p class="bar end">
        <a class="button" href=${linkTo(['start', 'source'])}>${t('start.another')}</a>
        <a class="button primary" href=${linkTo(['twins', feed.id])}>${t('start.to-twin')}</a>
      </p>`;
  }
}
