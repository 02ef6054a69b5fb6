import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './part-picker';
import { twinTypes, type TwinType } from '../api/site';
import type { Schemas } from '../api/client';
import { problem } from '../base/parts';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import { isContent, scalar, type Content } from './document';
import { DocumentEditor } from './editor';
import { field } from './field';
import { NAME_PATTERN } from './names';

/** A twin made or changed: its type, its configuration, and which twins are parts of it. */
@customElement('g-twin-editor')
export class TwinEditor extends DocumentEditor {
  protected readonly kind = 'TWIN';
  protected readonly folder = 'twins';
  protected readonly nameKey = 'id';
  @state() private types: TwinType[] = [];
  @state() private typesError?: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    twinTypes().then(
      list => {
        this.types = list;
      },
      (error: unknown) => {
        this.typesError = error;
      },
    );
  }

  protected fresh(): Content {
    return {};
  }

  protected heading(): string {
    return this.name ? t('users.change', { name: this.name }) : t('site.new-twin');
  }

  protected known(): string[] {
    return ['id', 'type', 'name', 'configuration', 'parts'];
  }

  protected goesWith(binding: string): boolean {
    return binding.endsWith('/' + this.name);
  }

  protected place(name: string): string {
    return linkTo(['twins', name]);
  }

  private get model(): Schemas['Model'] | undefined {
    return this.types.find(each => each.type === this.content['type'])?.model;
  }

  protected fields(): TemplateResult {
    const type = String(this.content['type'] ?? '');
    return html`${problem(this.typesError)}
    ${field(
      'type',
      t('fleet.type'),
      this.errors,
      id =>
        html`<select
          name="type"
          required
          aria-describedby=${id}
          @change=${(event: Event) => this.set('type', (event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${!type}></option>
          ${this.model || !type ? nothing : html`<option value=${type} selected>${type} (${t('site.not-installed')})</option>`}
          ${this.types.map(
            each => html`<option value=${each.type} ?selected=${each.type === type}>${each.model.title} · ${each.type}</option>`,
          )}
        </select>`,
    )}
    ${this.textField('id', t('site.id'), { required: true, pattern: NAME_PATTERN, fixed: this.name !== '', hint: 'wt-01' })}
    ${this.textField('name', t('name'))} ${this.configuration()} ${this.parts()}`;
  }

  /** Plain values have a line each; what is nested stays as it is and stands in the text below. */
  private configuration(): TemplateResult {
    const all = this.content['configuration'];
    const entries = isContent(all) ? Object.entries(all) : [];
    const change = (index: number, key: string, value: unknown) =>
      this.set(
        'configuration',
        Object.fromEntries(entries.map((entry, at) => (at === index ? [key, value] : entry)).filter(([name]) => name !== '')),
      );
    return html`<fieldset>
      <legend>${t('site.configuration')}</legend>
      ${entries.map(
        ([key, value], index) =>
          html`<div class="bar pair">
            <label
              ><span class="unseen">${t('site.key')}</span
              ><input
                .value=${key}
                maxlength="128"
                @change=${(event: Event) => change(index, (event.target as HTMLInputElement).value.trim(), value)} /></label
            ><label class="grow"
              ><span class="unseen">${t('site.value-of', { key })}</span
              ><input
                .value=${isContent(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)}
                ?readonly=${isContent(value) || Array.isArray(value)}
                @change=${(event: Event) => change(index, key, scalar((event.target as HTMLInputElement).value))} /></label
            ><button
              type="button"
              class="small"
              aria-label=${t('site.drop', { name: key })}
              @click=${() => this.set('configuration', Object.fromEntries(entries.filter((_, at) => at !== index)))}
            >
              ✕
            </button>
          </div>`,
      )}
      <div class="bar pair">
        <label
          ><span class="unseen">${t('site.new-key')}</span><input name="new-key" placeholder=${t('site.new-key')} maxlength="128"
        /></label>
        <button type="button" class="small" @click=${this.addKey}>${t('site.add')}</button>
      </div>
    </fieldset>`;
  }

  private readonly addKey = () => {
    const field = this.querySelector<HTMLInputElement>('input[name=new-key]');
    const key = field?.value.trim();
    if (field && key) {
      const all = this.content['configuration'];
      this.set('configuration', { ...(isContent(all) ? all : {}), [key]: '' });
      field.value = '';
    }
  };

  private parts(): TemplateResult | typeof nothing {
    const parts = isContent(this.content['parts']) ? this.content['parts'] : {};
    const specs = this.model?.parts ?? [];
    const roles = [...specs.map(spec => spec.role), ...Object.keys(parts).filter(role => !specs.some(spec => spec.role === role))];
    return roles.length === 0
      ? nothing
      : html`<fieldset>
          <legend>${t('site.parts')}</legend>
          ${roles.map(role => {
            const spec = specs.find(each => each.role === role);
            const chosen = parts[role];
            return html`<g-part-picker
              .label=${spec?.title ?? role}
              .types=${spec?.types ?? []}
              .least=${spec?.least ?? 0}
              .most=${spec?.most ?? 0}
              .chosen=${Array.isArray(chosen) ? chosen.map(String) : []}
              @chosen=${(event: CustomEvent<string[]>) => this.set(`parts.${role}`, event.detail)}
            ></g-part-picker>`;
          })}
        </fieldset>`;
  }
}
