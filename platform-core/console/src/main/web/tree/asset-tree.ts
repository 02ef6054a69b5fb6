import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../base/virtual';
import '../maturity/mark';
import { worstBySource } from '../alarm/state';
import { SiteListener } from '../api/site-events';
import { Element } from '../base/element';
import { Filters } from '../base/filters';
import { badge, loading, problem, severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { search } from '../base/search';
import type { Severity } from '../format/severity';
import { places } from '../screen/fleet-places';
import { named, t } from '../text/text';
import { TreeKeys } from './keys';
import type { Line } from './lines';
import { TreeModel } from './model';

const ROW = 34;
const DEEPEST = 8;

/** The twins as a tree: what is composed with its parts, everything else by its type; the worst alarm below is seen from above. */
@customElement('g-asset-tree')
export class AssetTree extends Element {
  @property({ attribute: false }) query = new URLSearchParams();
  private readonly tree = new TreeModel(() => this.requestUpdate());
  private readonly read = () => void this.tree.read();
  private readonly site = new SiteListener(this, { site: this.read, packs: this.read, lost: this.read });
  private readonly keys = new TreeKeys(this.tree, line => this.go(line));
  private readonly filters = new Filters(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.tree.read();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      void this.tree.find(this.text, this.alarmedOnly);
    }
  }

  protected override updated(): void {
    this.tree.learn(worstBySource(this.site.alarms.all()).keys());
  }

  private get text(): string {
    return this.query.get('q') ?? '';
  }

  private get alarmedOnly(): boolean {
    return this.query.get('alarm') === 'yes';
  }

  private go(line: Line): void {
    if (line.twin) {
      location.hash = linkTo(['twins', line.twin.id]);
    } else {
      this.tree.turn(line);
    }
  }

  private readonly press = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).matches('.virtual') && this.keys.press(event)) {
      event.preventDefault();
    }
  };

  protected override render(): TemplateResult {
    const { lines, found, known, error, active } = this.tree;
    const own = worstBySource(this.site.alarms.all());
    const below = this.tree.below(own);
    return html`<h1>${t('twins')}</h1>
      ${places('tree')}
      <div class="bar">
        ${search(this.text, text => this.filters.type('q', text))}
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.alarmedOnly}
            @change=${(event: Event) => this.filters.set('alarm', (event.target as HTMLInputElement).checked ? 'yes' : '')}
          />
          ${t('tree.alarmed')}</label
        >
        <span class="quiet" role="status"
          >${found ? t(found.more ? 'tree.first' : 'tree.found', { n: found.twins.length }) : t('tree.lines', { n: lines.length })}</span
        >
      </div>
      ${problem(error)}
      ${
        !known
          ? error
            ? nothing
            : loading()
          : lines.length === 0
            ? html`<p class="panel quiet">${t('tree.nothing')}</p>`
            : html`<g-virtual
                kind="tree"
                .count=${lines.length}
                .rowHeight=${ROW}
                .label=${t('tree')}
                .active=${active}
                .row=${(index: number, id: string) => this.row(index, id, own, below)}
                @move=${(event: CustomEvent<number>) => this.tree.go(event.detail)}
                @keydown=${this.press}
              ></g-virtual>`
      }`;
  }

  private row(index: number, id: string, own: Map<string, Severity>, below: Map<string, Severity>): TemplateResult {
    const line = this.tree.lines[index];
    if (!line) {
      return html``;
    }
    if (line.unread) {
      this.tree.readOn(line); // it has come into sight
    }
    const { twin, type, open, depth } = line;
    const at = index === this.tree.active;
    const mine = twin && own.get(twin.id);
    const under = below.get(twin ? twin.id : 'type:' + type);
    return html`<div
      class="tree-row ${at ? 'at' : ''}"
      id=${id}
      role="treeitem"
      aria-level=${depth}
      aria-posinset=${line.position}
      aria-setsize=${line.siblings}
      aria-expanded=${open === undefined ? nothing : open ? 'true' : 'false'}
      aria-selected=${at ? 'true' : 'false'}
      @click=${() => this.tree.go(index)}
    >
      <span class="indent depth-${Math.min(depth, DEEPEST)}"></span
      ><span class="twist" aria-hidden="true" @click=${() => open !== undefined && this.tree.turn(line)}
        >${open === undefined ? '' : open ? '▾' : '▸'}</span
      >
      <span class="tree-name"
        >${twin ? html`<a href=${linkTo(['twins', twin.id])} tabindex="-1">${twin.name}</a> <small>${twin.id}</small>` : type}</span
      >
      ${mine ? severitySign(mine) : nothing}${
        under
          ? html`<span class="under" title=${t('tree.below')}>${severitySign(under)}<span class="unseen">${t('tree.below')}</span></span>`
          : nothing
      }
      ${twin && twin.status !== 'RUNNING' ? badge(named('status', twin.status), 'warn') : nothing}<span class="grow"></span>
      ${twin ? html`<g-maturity .twinId=${twin.id}></g-maturity>` : nothing}
    </div>`;
  }
}
