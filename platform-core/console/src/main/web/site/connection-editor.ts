import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './endpoints';
import './probe';
import type { Schemas } from '../api/client';
import { documents } from '../api/site';
import { linkTo } from '../base/router';
import { named, t } from '../text/text';
import { KINDS, MAIN_KEYS, type MainKey } from './connection-keys';
import { at, withValue, without, type Content } from './document';
import { DocumentEditor } from './editor';
import { field } from './field';
import { NAME_PATTERN } from './names';

/** A connection made or changed, and tried before it is saved. */
@customElement('g-connection-editor')
export class ConnectionEditor extends DocumentEditor {
  protected readonly kind = 'CONNECTION';
  protected readonly folder = 'connections';
  protected readonly nameKey = 'connection';
  @state() private bindings: Content[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.name) {
      documents('BINDING').then(
        all => {
          this.bindings = all.filter(each => this.goesWith(each.name)).flatMap(each => (each.content ? [each.content] : []));
        },
        () => {
          this.bindings = []; // a test without readings still says whether the source is reached
        },
      );
    }
  }

  protected fresh(): Content {
    return { kind: 'opcua', security: { policy: 'best' } };
  }

  protected heading(): string {
    return this.name ? t('users.change', { name: this.name }) : t('site.new-connection');
  }

  protected known(): string[] {
    return ['connection', 'kind', ...this.keys.map(key => key.path)];
  }

  protected goesWith(binding: string): boolean {
    return binding.startsWith(this.name + '/');
  }

  protected place(name: string): string {
    return linkTo(['connections', name]);
  }

  private get keys(): MainKey[] {
    return MAIN_KEYS[String(this.content['kind'])] ?? [];
  }

  protected fields(): TemplateResult {
    const kind = String(this.content['kind'] ?? '');
    return html`${this.textField('connection', t('name'), {
      required: true,
      pattern: NAME_PATTERN,
      fixed: this.name !== '',
      hint: 'plant',
    })}
    ${field(
      'kind',
      t('connection.kind'),
      this.errors,
      id =>
        html`<select
          name="kind"
          aria-describedby=${id}
          ?disabled=${this.name !== ''}
          @change=${(event: Event) => this.turn((event.target as HTMLSelectElement).value)}
        >
          ${[...new Set([...KINDS, kind])].map(
            each => html`<option value=${each} ?selected=${each === kind}>${named('kind', each)}</option>`,
          )}
        </select>`,
    )}
    ${this.keys.map(key => (key.choices ? this.choice(key, key.choices) : this.textField(key.path, t(key.label), key)))}
    ${kind === 'opcua' ? html`<g-endpoints .url=${String(this.content['endpoint'] ?? '')} @endpoint=${this.enter}></g-endpoints>` : nothing}`;
  }

  private choice(key: MainKey, choices: string[]): TemplateResult {
    const value = String(at(this.content, key.path) ?? '');
    return field(
      key.path,
      t(key.label),
      this.errors,
      id =>
        html`<select
          name=${key.path}
          aria-describedby=${id}
          ?required=${key.required ?? false}
          @change=${(event: Event) => this.set(key.path, (event.target as HTMLSelectElement).value)}
        >
          ${key.required ? nothing : html`<option value="" ?selected=${!value}></option>`}
          ${[...new Set([...choices, ...(value ? [value] : [])])].map(each => html`<option ?selected=${each === value}>${each}</option>`)}
        </select>`,
    );
  }

  /** Of another kind: keys of the old one would be refused. */
  private turn(kind: string): void {
    this.content = without(
      this.content,
      this.keys.map(key => key.path),
    );
    this.set('kind', kind);
    if (kind === 'opcua') {
      this.set('security.policy', 'best');
    }
  }

  private readonly enter = (event: CustomEvent<Schemas['Endpoint']>) => {
    const { url, policy, mode } = event.detail;
    const none = policy.toLowerCase() === 'none';
    this.content = withValue(withValue(this.content, 'endpoint', url), 'security.policy', none ? 'none' : policy);
    this.set('security.mode', none ? '' : mode);
  };

  protected override below(): TemplateResult {
    return html`<g-probe .connection=${this.content} .bindings=${this.bindings}></g-probe>`;
  }
}
