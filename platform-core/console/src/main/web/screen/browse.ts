import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { t } from '../text/text';

export type Node = Schemas['Node'];
interface Branch {
  nodes: Node[];
  next?: string;
}

/** What a dragged node is called among other things that are dragged. */
export const DRAGGED_NODE = 'application/x-gemello-node';

/** The tree of what a source offers, read as it is unfolded, a page at a time. Tells `take` with a node that is chosen; nodes can be dragged. */
@customElement('g-browse')
export class Browse extends Element {
  @property() connection = '';
  /** Whether nodes are chosen here; else they are only looked at. */
  @property({ type: Boolean }) choose = false;
  /** The chosen one. */
  @property() chosen = '';
  /** Nodes that are bound already. */
  @property({ attribute: false }) bound: ReadonlySet<string> = new Set();
  @state() private branches = new Map<string, Branch>();
  @state() private error?: unknown;
  @state() private busy?: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection')) {
      this.branches = new Map();
      if (this.connection) {
        void this.read('');
      }
    }
  }

  private async read(node: string, cursor?: string): Promise<void> {
    const connection = this.connection;
    this.busy = node;
    try {
      const page = await answer(
        api.GET('/connections/{connection}/browse', { params: { path: { connection }, query: { node: node || undefined, cursor } } }),
      );
      if (connection === this.connection) {
        const before = cursor ? (this.branches.get(node)?.nodes ?? []) : [];
        this.branches = new Map(this.branches).set(node, { nodes: [...before, ...page.items], next: page.next });
        this.error = undefined;
      }
    } catch (error) {
      this.error = error;
    }
    this.busy = undefined;
  }

  private fold(node: string): void {
    const branches = new Map(this.branches);
    if (branches.delete(node)) {
      this.branches = branches;
    } else {
      void this.read(node);
    }
  }

  private take(node: Node): void {
    this.dispatchEvent(new CustomEvent('take', { detail: node }));
  }

  private drag(event: DragEvent, node: Node): void {
    event.dataTransfer?.setData(DRAGGED_NODE, JSON.stringify(node));
    event.dataTransfer?.setData('text/plain', node.node);
    if (event.dataTransfer) {
      event.dataTransfer.effectAllowed = 'link';
    }
  }

  protected override render(): TemplateResult {
    return html`${problem(this.error)}
      ${
        this.error && this.branches.size === 0
          ? html`<button type="button" class="small" @click=${() => void this.read('')}>${t('raw.again')}</button>`
          : nothing
      }
      <div class="tree" tabindex="0" role="region" aria-label=${t('browse.nodes')}>${this.branch('')}</div>`;
  }

  private branch(node: string): TemplateResult {
    const branch = this.branches.get(node);
    return html`<ul>
      ${this.busy === node && !branch ? html`<li><small aria-busy="true">${t('loading')}</small></li>` : nothing}
      ${branch?.nodes.map(
        each =>
          html`<li>
            ${this.folding(each)} ${this.label(each)} <small>${each.type}</small>${
              this.bound.has(each.node) ? html` <small>✓ ${t('browse.bound')}</small>` : nothing
            }
            ${this.branches.has(each.node) || this.busy === each.node ? this.branch(each.node) : nothing}
          </li>`,
      )}
      ${
        branch?.next
          ? html`<li><button class="small" @click=${() => void this.read(node, branch.next)}>${t('more')}</button></li>`
          : nothing
      }
    </ul>`;
  }

  private folding(node: Node): TemplateResult {
    return node.parent
      ? html`<button
          class="fold"
          aria-expanded=${this.branches.has(node.node) ? 'true' : 'false'}
          aria-label=${t('browse.unfold', { name: node.name })}
          @click=${() => this.fold(node.node)}
        >
          ${this.branches.has(node.node) ? '▾' : '▸'}
        </button>`
      : html`<span class="fold"></span>`;
  }

  private label(node: Node): TemplateResult {
    const title = [node.node, node.description].filter(Boolean).join('\n');
    return this.choose
      ? html`<button
          class="node ${node.kind}"
          draggable=${node.kind === 'variable' ? 'true' : 'false'}
          aria-pressed=${node.node === this.chosen ? 'true' : 'false'}
          title=${title}
          @click=${() => this.take(node)}
          @dragstart=${(event: DragEvent) => this.drag(event, node)}
        >
          ${node.name}
        </button>`
      : html`<span title=${title}>${node.name}</span>`;
  }
}
