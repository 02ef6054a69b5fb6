import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../base/virtual';
import '../maturity/mark';
import { worstBySource } from '../alarm/state';
import { answer, api } from '../api/client';
import { ApiError } from '../api/problem';
import { SiteListener } from '../api/site-events';
import { composition, type Composition } from '../api/wholes';
import { Element } from '../base/element';
import { badge, loading, problem, severitySign } from '../base/parts';
import { linkTo, replaceQuery } from '../base/router';
import type { Severity } from '../format/severity';
import { named, t } from '../text/text';
import { places } from '../screen/fleet-places';
import { Branches } from './branches';
import { bubbled, childOf, lines, type Line, type Node, type Twin } from './lines';
import { Matches } from './matches';

const ROW = 34;
const TYPING_MILLIS = 250;
const FRESH_MILLIS = 30_000;
/** Letters typed one after the other make a word to jump to. */
const WORD_MILLIS = 700;

/** The twins as a tree: what is composed with its parts, everything else by its type; the worst alarm below is seen from above. */
@customElement('g-asset-tree')
export class AssetTree extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private composition?: Composition;
  @state() private types: string[] = [];
  @state() private found?: Matches;
  @state() private turned = new Set<string>();
  @state() private active = -1;
  @state() private error?: unknown;
  private readonly site = new SiteListener(this);
  private readonly branches = new Branches(error => {
    this.error = error;
    this.arrange();
  });
  /** Of those twins that have an alarm. */
  private readonly typeOf = new Map([['platform', '']]);
  private shown: Line[] = [];
  private typing = 0;
  private fresh = 0;
  private word = { text: '', at: -WORD_MILLIS };

  override connectedCallback(): void {
    super.connectedCallback();
    this.fresh = window.setInterval(() => !document.hidden && void this.read(), FRESH_MILLIS);
    void this.read();
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.fresh);
    window.clearTimeout(this.typing);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      this.turned = new Set();
      void this.find();
    }
  }

  private get text(): string {
    return this.query.get('q') ?? '';
  }

  private get alarmedOnly(): boolean {
    return this.query.get('alarm') === 'yes';
  }

  protected override updated(): void {
    for (const source of worstBySource(this.site.alarms.all()).keys()) {
      if (!this.typeOf.has(source)) {
        this.typeOf.set(source, ''); // asked for once
        void this.learn(source);
      }
    }
  }

  /** The type of a twin that has an alarm and has not been read. */
  private async learn(twinId: string): Promise<void> {
    try {
      this.typeOf.set(twinId, (await answer(api.GET('/twins/{twinId}', { params: { path: { twinId } } }))).type);
      this.requestUpdate();
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      } // the platform itself, or a twin that is gone: it is under no type
    }
  }

  /** What is composed of what, and which types there are beside. */
  private async read(): Promise<void> {
    try {
      const [found, packs, alarmed] = await Promise.all([
        composition(),
        answer(api.GET('/packs')),
        answer(api.GET('/twins', { params: { query: { alarm: '*', limit: 1000, view: 'brief' } } })),
      ]);
      alarmed.items.forEach(twin => this.typeOf.set(twin.id, twin.type));
      const types = new Set([...packs.flatMap(pack => Object.keys(pack.types)), ...alarmed.items.map(twin => twin.type)]);
      if (JSON.stringify([...found.partOf]) !== JSON.stringify([...(this.composition?.partOf ?? [])])) {
        this.branches.clear();
      }
      this.composition = found;
      this.types = [...types].sort();
      this.error = undefined;
      await this.find();
    } catch (error) {
      this.error = error;
    }
  }

  private async find(): Promise<void> {
    const asked = this.query;
    try {
      const matches =
        this.composition && (this.text || this.alarmedOnly) ? await Matches.of(this.text, this.alarmedOnly, this.composition) : undefined;
      if (asked === this.query) {
        this.found = matches;
      }
    } catch (error) {
      this.error = error;
    }
    this.arrange();
  }

  /** The lines anew, after what is known, wanted or unfolded has changed. */
  private arrange(): void {
    const at = this.shown[this.active]?.key;
    const { found } = this;
    this.shown = found
      ? lines(found.roots(), node => filled(found.below(node)), node => !this.turned.has(node.key))
      : lines(this.roots(), node => this.below(node), node => this.turned.has(node.key));
    this.active = at === undefined ? -1 : this.shown.findIndex(line => line.key === at);
    this.requestUpdate();
  }

  private roots(): Node[] {
    const { wholes, partOf } = this.composition ?? { wholes: new Map<string, Twin>(), partOf: new Map<string, string[]>() };
    const top = [...wholes.values()].filter(twin => !partOf.has(twin.id));
    const types = this.types.filter(type => {
      const { twins, all } = this.branches.get({ type });
      return twins.some(twin => this.isAlone(twin)) || (twins.length > 0 && !all);
    });
    return [...top.map(twin => ({ key: twin.id, twin })), ...types.map(type => ({ key: 'type:' + type, type }))];
  }

  /** Whether it is in no whole, and none itself. */
  private isAlone({ id }: Twin): boolean {
    return !this.composition?.wholes.has(id) && !this.composition?.partOf.has(id);
  }

  private below(node: Node): { nodes: Node[]; all: boolean } | undefined {
    if (node.twin && !this.composition?.wholes.has(node.twin.id)) {
      return undefined;
    } else if (!this.turned.has(node.key)) {
      return { nodes: [], all: true }; // not asked for before it is unfolded
    }
    const of = node.twin ? { partOf: node.twin.id } : { type: node.type as string };
    const { twins, all } = this.branches.get(of);
    const nodes = twins
      .filter(twin => node.twin !== undefined || this.isAlone(twin))
      .map(twin => childOf(node, twin));
    if (nodes.length === 0 && !all) {
      void this.branches.more(of);
    }
    return { nodes, all };
  }

  private turn(line: Line): void {
    const turned = new Set(this.turned);
    if (!turned.delete(line.key)) {
      turned.add(line.key);
    }
    this.turned = turned;
    this.arrange();
  }

  private readonly press = (event: KeyboardEvent) => {
    const line = this.shown[this.active];
    if (!line || event.ctrlKey || event.altKey || event.metaKey || !(event.target as HTMLElement).matches('.virtual')) {
      return;
    }
    if (event.key === 'ArrowRight' && line.open !== undefined) {
      if (!line.open) {
        this.turn(line);
      } else if (this.shown[this.active + 1]?.parent === this.active) {
        this.active++;
      }
    } else if (event.key === 'ArrowLeft') {
      if (line.open) {
        this.turn(line);
      } else if (line.parent >= 0) {
        this.active = line.parent;
      }
    } else if (event.key === '*') {
      this.shown.filter(each => each.parent === line.parent && each.open === false).forEach(each => this.turn(each));
    } else if (event.key.length === 1 && (event.key !== ' ' || this.isTyping)) {
      this.jump(event.key);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.go(line);
    } else {
      return;
    }
    event.preventDefault();
  };

  private go(line: Line): void {
    if (line.twin) {
      location.hash = linkTo(['twins', line.twin.id]);
    } else {
      this.turn(line);
    }
  }

  private get isTyping(): boolean {
    return performance.now() - this.word.at < WORD_MILLIS;
  }

  /** To the next line that begins with what is typed. */
  private jump(letter: string): void {
    const fresh = !this.isTyping;
    this.word = { text: (fresh ? '' : this.word.text) + letter.toLowerCase(), at: performance.now() };
    const from = this.active + (fresh ? 1 : 0);
    const order = [...this.shown.slice(from), ...this.shown.slice(0, from)];
    const found = order.find(line => nameOf(line).toLowerCase().startsWith(this.word.text));
    this.active = found ? this.shown.indexOf(found) : this.active;
  }

  private set(name: string, value: string): void {
    window.clearTimeout(this.typing);
    this.typing = window.setTimeout(() => {
      const query = new URLSearchParams(this.query);
      query.set(name, value);
      this.query = query;
      replaceQuery(Object.fromEntries(query));
    }, name === 'q' ? TYPING_MILLIS : 0);
  }

  protected override render(): TemplateResult {
    const { composition: known, found } = this;
    const own = worstBySource(this.site.alarms.all());
    const below = known ? bubbled(own, known, twin => this.typeOf.get(twin)) : new Map<string, Severity>();
    return html`<h1>${t('twins')}</h1>
      ${places('tree')}
      <div class="bar">
        <label
          >${t('fleet.find')}
          <input
            type="search"
            maxlength="128"
            .value=${this.text}
            @input=${(event: Event) => this.set('q', (event.target as HTMLInputElement).value)}
        /></label>
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.alarmedOnly}
            @change=${(event: Event) => this.set('alarm', (event.target as HTMLInputElement).checked ? 'yes' : '')}
          />
          ${t('tree.alarmed')}</label
        >
        <span class="quiet" role="status"
          >${found ? t(found.more ? 'tree.first' : 'tree.found', { n: found.twins.length }) : t('tree.lines', { n: this.shown.length })}</span
        >
      </div>
      ${problem(this.error)}
      ${
        !known
          ? this.error
            ? nothing
            : loading()
          : this.shown.length === 0
            ? html`<p class="panel quiet">${t('tree.nothing')}</p>`
            : html`<g-virtual
                kind="tree"
                .count=${this.shown.length}
                .rowHeight=${ROW}
                .label=${t('tree')}
                .active=${this.active}
                .row=${(index: number, id: string) => this.row(index, id, own, below)}
                @move=${(event: CustomEvent<number>) => {
                  this.active = event.detail;
                }}
                @keydown=${this.press}
              ></g-virtual>`
      }`;
  }

  private row(index: number, id: string, own: Map<string, Severity>, below: Map<string, Severity>): TemplateResult {
    const line = this.shown[index];
    if (!line) {
      return html``;
    }
    if (line.unread) {
      this.readOn(line); // it has come into sight
    }
    const { twin } = line;
    const mine = twin && own.get(twin.id);
    const under = below.get(twin ? twin.id : 'type:' + line.type);
    return html`<div
      class="tree-row ${index === this.active ? 'at' : ''}"
      id=${id}
      role="treeitem"
      aria-level=${line.depth}
      aria-posinset=${line.position}
      aria-setsize=${line.siblings}
      aria-expanded=${line.open === undefined ? nothing : line.open ? 'true' : 'false'}
      aria-selected=${index === this.active ? 'true' : 'false'}
      @click=${() => {
        this.active = index;
      }}
    >
      <span class="indent depth-${Math.min(line.depth, 8)}"></span
      ><span
        class="twist"
        aria-hidden="true"
        @click=${() => line.open !== undefined && this.turn(line)}
        >${line.open === undefined ? '' : line.open ? '▾' : '▸'}</span
      >
      <span class="tree-name"
        >${twin ? html`<a href=${linkTo(['twins', twin.id])} tabindex="-1">${twin.name}</a> <small>${twin.id}</small>` : line.type}</span
      >
      ${mine ? severitySign(mine) : nothing}${under ? html`<span class="under" title=${t('tree.below')}>${severitySign(under)}<span class="unseen">${t('tree.below')}</span></span>` : nothing}
      ${twin && twin.status !== 'RUNNING' ? badge(named('status', twin.status), 'warn') : nothing}<span class="grow"></span>
      ${twin ? html`<g-maturity .twinId=${twin.id}></g-maturity>` : nothing}
    </div>`;
  }

  private readOn(line: Line): void {
    const parent = this.shown[line.parent];
    if (parent) {
      void this.branches.more(parent.twin ? { partOf: parent.twin.id } : { type: parent.type as string });
    }
  }
}

function filled(nodes: Node[]): { nodes: Node[]; all: boolean } | undefined {
  return nodes.length > 0 ? { nodes, all: true } : undefined;
}

function nameOf(line: Line): string {
  return line.twin?.name ?? line.type ?? '';
}
