import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { t } from '../text/text';

type Node = Schemas['Node'];
interface Branch {
  nodes: Node[];
  next?: string;
}

/** The tree of what a source offers, read as it is unfolded; any node makes a proposal for a binding. */
@customElement('g-browse')
export class Browse extends Element {
  @property() connection = '';
  @state() private branches = new Map<string, Branch>();
  @state() private error?: unknown;
  @state() private proposal?: Schemas['Proposal'];
  @state() private busy = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection')) {
      this.branches = new Map();
      this.proposal = undefined;
      void this.read('');
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
    this.busy = '';
  }

  private fold(node: string): void {
    const branches = new Map(this.branches);
    if (branches.delete(node)) {
      this.branches = branches;
    } else {
      void this.read(node);
    }
  }

  private readonly propose = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    try {
      this.proposal = await answer(
        api.GET('/connections/{connection}/proposal', {
          params: { path: { connection: this.connection }, query: { node: String(form.get('node')), twin: String(form.get('twin')) } },
        }),
      );
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  };

  protected override render(): TemplateResult {
    return html`${problem(this.error)}
      <div class="tree">${this.branch('')}</div>
      <form class="bar" @submit=${this.propose}>
        <label>${t('browse.node')} <input name="node" required maxlength="4096" /></label>
        <label>${t('browse.twin')} <input name="twin" required pattern="[a-z0-9][a-z0-9._\\-]{0,63}" /></label>
        <button>${t('browse.propose')}</button>
      </form>
      ${
        this.proposal
          ? html`<ul>
                ${this.proposal.notes.map(note => html`<li>${note}</li>`)}
              </ul>
              <pre tabindex="0">${this.proposal.yaml}</pre>`
          : nothing
      }`;
  }

  private branch(node: string): TemplateResult {
    const branch = this.branches.get(node);
    return html`<ul>
      ${branch?.nodes.map(
        each =>
          html`<li>
            ${
              each.parent
                ? html`<button
                    class="fold"
                    aria-expanded=${this.branches.has(each.node) ? 'true' : 'false'}
                    aria-label=${t('browse.unfold', { name: each.name })}
                    @click=${() => this.fold(each.node)}
                  >
                    ${this.branches.has(each.node) ? '▾' : '▸'}
                  </button>`
                : html`<span class="fold"></span>`
            }
            <button class="link" title=${t('browse.take')} @click=${() => this.take(each)}>${each.name}</button>
            <small>${each.type} ${each.kind === 'variable' ? each.node : ''}</small>
            ${this.busy === each.node ? html`<small>${t('loading')}</small>` : nothing}
            ${this.branches.has(each.node) ? this.branch(each.node) : nothing}
          </li>`,
      )}
      ${branch?.next ? html`<li><button class="small" @click=${() => void this.read(node, branch.next)}>${t('more')}</button></li>` : nothing}
    </ul>`;
  }

  private take(node: Node): void {
    const field = this.querySelector<HTMLInputElement>('input[name=node]');
    if (field) {
      field.value = node.node;
      this.querySelector<HTMLInputElement>('input[name=twin]')?.focus();
    }
  }
}
