import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../screen/browse';
import './bind-bar';
import './point-table';
import './unsaved';
import { ABSENT, probe, type Reading, type SiteEdit } from '../api/site';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import type { Node } from '../screen/browse';
import { boundPoints, rebound, type Rebinding } from './binding';
import { boundTwin, proposed, type BoundTwin } from './bound-twin';
import { Change } from './change';
import { BROWSABLE } from './connection-keys';
import type { Content } from './document';
import { errorList } from './errors';
import { boundTo, matches } from './proposal';

const PATIENCE_SECONDS = 10;

/** Nodes of a source on the left, points of a twin on the right: one is dragged on the other, tried, and all are saved as one change. */
@customElement('g-tag-browser')
export class TagBrowser extends Element {
  @property() connection = '';
  @property() twin = '';
  @state() private known?: BoundTwin;
  @state() private changes = new Map<string, Rebinding>();
  @state() private node?: Node;
  @state() private readings = new Map<string, Reading>();
  @state() private said = '';
  @state() private error?: unknown;
  @state() private busy = false;
  private readonly change = new Change(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection') || changed.has('twin')) {
      this.known = undefined;
      this.changes = new Map();
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

  private put(rebinding: Rebinding): void {
    this.changes = new Map(this.changes).set(rebinding.point, rebinding);
    this.change.touched();
  }

  private undo(point: string): void {
    const changes = new Map(this.changes);
    changes.delete(point);
    this.changes = changes;
    this.change.touched();
  }

  /** Binds a node to a point, with the unit that the source tells. */
  private async bind(node: Node, name: string): Promise<void> {
    const point = this.known?.points.find(each => each.name === name);
    if (point) {
      await this.act(async () => {
        const told = (await proposed(this.connection, node.node, this.twin)).find(each => each.node === node.node);
        this.put(boundTo(point, told ?? { node: node.node, unit: '1', writable: false }));
        this.said = t('bind.put', { node: node.name, point: name });
      });
    }
  }

  /** Binds what has the same name below a node, and is not bound yet. */
  private async bindBelow(node: Node): Promise<void> {
    await this.act(async () => {
      const bound = new Set([
        ...boundPoints(this.known?.binding?.content).map(each => each.point),
        ...(this.known?.elsewhere.keys() ?? []),
        ...this.changes.keys(),
      ]);
      const free = this.known?.points.filter(point => !bound.has(point.name)) ?? [];
      const found = matches(free, await proposed(this.connection, node.node, this.twin));
      for (const point of free) {
        const source = found.get(point.name);
        if (source) {
          this.put(boundTo(point, source));
        }
      }
      this.said = t('bind.below-put', { n: found.size });
    });
  }

  private get document(): Content {
    return rebound(this.connection, this.twin, this.known?.binding?.content, this.changes.values());
  }

  private get edits(): SiteEdit[] {
    const content = this.document;
    const none = (content['bindings'] as unknown[]).length === 0;
    return [
      {
        kind: 'BINDING',
        name: `${this.connection}/${this.twin}`,
        expected: this.known?.binding?.revision ?? ABSENT,
        ...(none ? {} : { content }),
      },
    ];
  }

  private readonly test = () =>
    this.act(async () => {
      const result = await probe(this.known?.source?.content ?? {}, [this.document], PATIENCE_SECONDS);
      this.readings = new Map(result.readings.map(each => [each.point.slice(each.point.indexOf('/') + 1), each]));
      this.said = result.text;
    });

  private readonly dryRun = async () => {
    await this.change.dryRun(this.edits);
    await this.faster();
  };

  private readonly save = async () => {
    const saved = await this.change.make();
    await this.faster();
    if (saved) {
      this.said = saved.effects.join('\n');
      this.changes = new Map();
      await this.load();
    }
  };

  /** What is not saved is kept, and held against what somebody else has saved meanwhile. */
  private async faster(): Promise<void> {
    if (this.change.stale) {
      const before = boundPoints(this.known?.binding?.content);
      await this.load();
      this.change.touched();
      const after = boundPoints(this.known?.binding?.content);
      const both = [...this.changes.keys()].filter(
        point => before.find(each => each.point === point)?.address !== after.find(each => each.point === point)?.address,
      );
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
                  ${this.sourceSide(bound.map(each => each.address))}
                </section>
                <section class="panel" aria-labelledby="tags-points">
                  <h2 id="tags-points">${t('bind.points', { twin: this.twin })}</h2>
                  <g-point-table
                    .points=${known.points}
                    .bound=${bound}
                    .elsewhere=${known.elsewhere}
                    .changes=${this.changes}
                    .readings=${this.readings}
                    @bind=${(event: CustomEvent<{ node: Node; point: string }>) => void this.bind(event.detail.node, event.detail.point)}
                    @unbind=${(event: CustomEvent<string>) => this.put({ point: event.detail })}
                    @undo=${(event: CustomEvent<string>) => this.undo(event.detail)}
                  ></g-point-table>
                </section>
              </div>
              ${errorList(this.change.errors)} ${problem(this.change.error)}
              <g-unsaved
                .changes=${this.changes}
                .effects=${this.change.effects}
                .busy=${this.busy || this.change.busy}
                @change-keys=${(event: CustomEvent<Rebinding>) => this.put(event.detail)}
                @undo=${(event: CustomEvent<string>) => this.undo(event.detail)}
                @test=${this.test}
                @try=${this.dryRun}
                @save=${this.save}
              ></g-unsaved>`
      }`;
  }

  private sourceSide(bound: string[]): TemplateResult {
    return BROWSABLE.includes(String(this.known?.source?.content?.['kind']))
      ? html`<p class="quiet">${t('bind.how')}</p>
          <g-browse
            choose
            .connection=${this.connection}
            .chosen=${this.node?.node ?? ''}
            .bound=${new Set([...bound, ...[...this.changes.values()].map(each => String(each.keys?.['node'] ?? ''))])}
            @take=${(event: CustomEvent<Node>) => {
              this.node = event.detail;
            }}
          ></g-browse>
          <g-bind-bar
            .node=${this.node}
            .points=${this.known?.points.filter(point => !this.known?.elsewhere.has(point.name)) ?? []}
            @bind=${(event: CustomEvent<string>) => this.node && void this.bind(this.node, event.detail)}
            @below=${() => this.node && void this.bindBelow(this.node)}
          ></g-bind-bar>`
      : html`<p>${t('bind.no-browse')}</p>
          <p><a href=${linkTo(['site', 'text', 'BINDING', `${this.connection}/${this.twin}`])}>${t('bind.as-text')}</a></p>`;
  }
}
