import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../screen/browse';
import './bind-bar';
import './point-table';
import './unsaved';
import { probe, type Reading } from '../api/site';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import type { Node } from '../screen/browse';
import { boundPoints, type Rebinding } from './binding';
import { boundTwin, type BoundTwin } from './bound-twin';
import { Change } from './change';
import { BROWSABLE } from './connection-keys';
import { errorList } from './errors';
import { Rebindings } from './rebindings';

const PATIENCE_SECONDS = 10;

/** Nodes of a source on the left, points of a twin on the right: one is dragged on the other, tried, and all are saved as one change. */
@customElement('g-tag-browser')
export class TagBrowser extends Element {
  @property() connection = '';
  @property() twin = '';
  @state() private known?: BoundTwin;
  @state() private work = new Rebindings('', '');
  @state() private node?: Node;
  @state() private readings = new Map<string, Reading>();
  @state() private said = '';
  @state() private error?: unknown;
  @state() private busy = false;
  private readonly change = new Change(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection') || changed.has('twin')) {
      this.known = undefined;
      this.work = new Rebindings(this.connection, this.twin);
      this.node = undefined;
      this.said = '';
      void this.load();
    }
  }

  private load(): Promise<void> {
    return this.act(async () => {
      this.known = await boundTwin(this.connection, this.twin);
    });
  }

  private async act(call: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = undefined;
    try {
      await call();
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  private put(work: Rebindings): void {
    this.work = work;
    this.change.touched();
  }

  private async bind(known: BoundTwin, node: Node, point: string): Promise<void> {
    await this.act(async () => {
      const found = await this.work.binding(known, node.node, point);
      this.put(this.work.with(...found));
      this.said = t('bind.put', { node: node.name, point });
    });
  }

  private async bindBelow(known: BoundTwin, node: Node): Promise<void> {
    await this.act(async () => {
      const found = await this.work.bindingsBelow(known, node.node);
      this.put(this.work.with(...found));
      this.said = t('bind.below-put', { n: found.length });
    });
  }

  private readonly test = () =>
    this.act(async () => {
      const result = await probe(this.known?.source?.content ?? {}, [this.work.document(this.known)], PATIENCE_SECONDS);
      this.readings = new Map(result.readings.map(each => [each.point.slice(each.point.indexOf('/') + 1), each]));
      this.said = result.text;
    });

  private readonly dryRun = async () => {
    await this.change.dryRun(this.work.edits(this.known));
    await this.faster();
  };

  private readonly save = async () => {
    const saved = await this.change.make();
    await this.faster();
    if (saved) {
      this.said = saved.effects.join('\n');
      this.work = new Rebindings(this.connection, this.twin);
      await this.load();
    }
  };

  /** What is not saved is kept, and held against what somebody else has saved meanwhile. */
  private async faster(): Promise<void> {
    if (this.change.stale) {
      const before = this.known;
      await this.load();
      this.change.touched();
      const both = this.work.both(before, this.known);
      this.said = t('bind.conflict') + (both.length > 0 ? ' ' + t('bind.conflict-points', { points: both.join(', ') }) : '');
    }
  }

  protected override render(): TemplateResult {
    const { known } = this;
    const bound = boundPoints(known?.binding?.content);
    return html`<p class="crumbs"><a href=${linkTo(['site'])}>${t('site')}</a> /</p>
      <h1>${t('bind', { connection: this.connection, twin: this.twin })}</h1>
      ${problem(this.error)}
      <p class="wrap" role="status">${this.said}</p>
      ${
        !known
          ? this.error
            ? nothing
            : loading()
          : html`<div class="tags" aria-busy=${this.busy ? 'true' : 'false'}>
                <section class="panel" aria-labelledby="tags-source">
                  <h2 id="tags-source">${t('browse.of', { name: this.connection })}</h2>
                  ${this.sourceSide(known, bound.map(each => each.address))}
                </section>
                <section class="panel" aria-labelledby="tags-points">
                  <h2 id="tags-points">${t('bind.points', { twin: this.twin })}</h2>
                  <g-point-table
                    .points=${known.points}
                    .bound=${bound}
                    .elsewhere=${known.elsewhere}
                    .changes=${this.work.changes}
                    .readings=${this.readings}
                    @bind=${(event: CustomEvent<{ node: Node; point: string }>) => void this.bind(known, event.detail.node, event.detail.point)}
                    @unbind=${(event: CustomEvent<string>) => this.put(this.work.with({ point: event.detail }))}
                    @undo=${(event: CustomEvent<string>) => this.put(this.work.without(event.detail))}
                  ></g-point-table>
                </section>
              </div>
              ${errorList(this.change.errors)} ${problem(this.change.error)}
              <g-unsaved
                .changes=${this.work.changes}
                .effects=${this.change.effects}
                .busy=${this.busy || this.change.busy}
                @change-keys=${(event: CustomEvent<Rebinding>) => this.put(this.work.with(event.detail))}
                @undo=${(event: CustomEvent<string>) => this.put(this.work.without(event.detail))}
                @test=${this.test}
                @try=${this.dryRun}
                @save=${this.save}
              ></g-unsaved>`
      }`;
  }

  private sourceSide(known: BoundTwin, bound: string[]): TemplateResult {
    return BROWSABLE.includes(String(known.source?.content?.['kind']))
      ? html`<p class="quiet">${t('bind.how')}</p>
          <g-browse
            choose
            .connection=${this.connection}
            .chosen=${this.node?.node ?? ''}
            .bound=${new Set([...bound, ...[...this.work.changes.values()].map(each => String(each.keys?.['node'] ?? ''))])}
            @take=${(event: CustomEvent<Node>) => {
              this.node = event.detail;
            }}
          ></g-browse>
          <g-bind-bar
            .node=${this.node}
            .points=${known.points.filter(point => !known.elsewhere.has(point.name))}
            @bind=${(event: CustomEvent<string>) => this.node && void this.bind(known, this.node, event.detail)}
            @below=${() => this.node && void this.bindBelow(known, this.node)}
          ></g-bind-bar>`
      : html`<p>${t('bind.no-browse')}</p>
          <p><a href=${linkTo(['site', 'text', `${this.connection}/${this.twin}`])}>${t('bind.as-text')}</a></p>`;
  }
}
