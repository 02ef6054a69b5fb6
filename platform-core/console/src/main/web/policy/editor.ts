import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../site/conflict';
import './reach';
import { policy, putPolicy, removePolicy, type Policy, type PolicyRequest } from '../api/policies';
import { ApiError } from '../api/problem';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import type { Content } from '../site/document';
import { differences, settle, type Difference } from '../site/merge';
import { NAME_PATTERN } from '../site/names';
import { t } from '../text/text';
import { policyFields } from './fields';

const STALE = 412;
const FRESH: PolicyRequest = { effect: 'DENY', subjects: {}, actions: ['COMMAND'], twins: [], points: [], commands: [] };

/** One policy in a form. Where another administrator was faster, both versions are shown. */
@customElement('g-policy-editor')
export class PolicyEditor extends Element {
  /** Empty for a new one. */
  @property() policyId = '';
  @state() private content?: PolicyRequest;
  @state() private conflict?: Difference[];
  @state() private error?: unknown;
  @state() private busy = false;
  private key = '';
  private kept: PolicyRequest = FRESH;
  private tag?: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('policyId')) {
      this.key = this.policyId;
      this.conflict = undefined;
      void this.load();
    }
  }

  private async load(): Promise<void> {
    this.content = undefined;
    this.error = undefined;
    try {
      await this.read();
      this.content = this.kept;
    } catch (error) {
      this.error = error;
    }
  }

  /** What is kept now; of a new one nothing. */
  private async read(): Promise<void> {
    this.kept = FRESH;
    this.tag = undefined;
    if (this.key) {
      const found = await policy(this.key);
      this.kept = asked(found.policy);
      this.tag = found.tag;
    }
  }

  private set(change: Partial<PolicyRequest>): void {
    this.content = { ...(this.content ?? FRESH), ...change };
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const content = this.content;
    if (!content) {
      return;
    }
    this.busy = true;
    try {
      await putPolicy(this.key, content, this.tag);
      this.error = undefined;
      this.dispatchEvent(new Event('saved'));
      location.hash = linkTo(['policies']).slice(1);
    } catch (error) {
      await this.refused(error, content);
    }
    this.busy = false;
  };

  private async refused(error: unknown, mine: PolicyRequest): Promise<void> {
    this.error = error;
    if (error instanceof ApiError && error.problem.status === STALE) {
      try {
        const base = this.kept;
        await this.read();
        this.conflict = differences(base as unknown as Content, mine as unknown as Content, this.kept as unknown as Content);
        this.error = undefined;
      } catch (reading) {
        this.error = reading;
      }
    }
  }

  private readonly settled = (event: CustomEvent<Difference[]>) => {
    this.content = settle(this.kept as unknown as Content, event.detail) as unknown as PolicyRequest;
    this.conflict = undefined;
  };

  private async takeAway(): Promise<void> {
    const tag = this.tag;
    if (tag && (await confirm(t('site.remove-question', { name: this.key }), t('policies.remove-what'), t('users.remove')))) {
      try {
        await removePolicy(this.key, tag);
        this.dispatchEvent(new Event('saved'));
        location.hash = linkTo(['policies']).slice(1);
      } catch (error) {
        this.error = error;
      }
    }
  }

  protected override render(): TemplateResult {
    const content = this.content;
    return html`${this.conflict ? html`<g-conflict .differences=${this.conflict} @settled=${this.settled}></g-conflict>` : nothing}
    ${!content ? html`${problem(this.error)}${this.error ? nothing : loading()}` : this.form(content)}`;
  }

  private form(content: PolicyRequest): TemplateResult {
    return html`<form class="panel" @submit=${this.save}>
      <h2>${this.policyId ? t('users.change', { name: this.policyId }) : t('policies.new')}</h2>
      ${problem(this.error)}
      <div class="fields">
        <label class="field"
          >${t('name')}
          <input
            name="id"
            required
            pattern=${NAME_PATTERN}
            ?readonly=${this.policyId !== ''}
            .value=${this.key}
            @input=${(event: Event) => {
              this.key = (event.target as HTMLInputElement).value;
            }}
        /></label>
        ${policyFields(content, change => this.set(change))}
      </div>
      <g-policy-reach .twins=${content.twins}></g-policy-reach>
      <div class="bar end">
        ${this.tag ? html`<button type="button" class="small" @click=${() => void this.takeAway()}>${t('users.remove')}</button>` : nothing}
        <a class="button" href=${linkTo(['policies'])}>${t('cancel')}</a>
        <button class="primary" ?disabled=${this.busy || content.actions.length === 0}>${t('users.save')}</button>
      </div>
    </form>`;
  }
}

/** What is asked for when a policy shall stay as it is. */
function asked({ effect, subjects, actions, twins, points, commands }: Policy): PolicyRequest {
  return { effect, subjects, actions, twins, points, commands };
}
