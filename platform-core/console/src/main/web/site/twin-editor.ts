import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './configuration';
import './part-picker';
import { twinTypes, type TwinType } from '../api/site';
import { problem } from '../base/parts';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import { at, isContent, without, type Content } from './document';
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

  private get type(): TwinType | undefined {
    return this.types.find(each => each.type === this.content['type']);
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
          ${this.type || !type ? nothing : html`<option value=${type} selected>${type} (${t('site.not-installed')})</option>`}
          ${this.types.map(
            each => html`<option value=${each.type} ?selected=${each.type === type}>${each.model.title} · ${each.type}</option>`,
          )}
        </select>`,
    )}
    ${this.textField('id', t('site.id'), { required: true, pattern: NAME_PATTERN, fixed: this.name !== '', hint: 'wt-01' })}
    ${this.textField('name', t('name'))} ${this.configuration()} ${this.parts()}`;
  }

  private configuration(): TemplateResult {
    const all = this.content['configuration'];
    return html`<g-configuration
      .value=${isContent(all) ? all : {}}
      .keys=${this.type?.configuration}
      .parts=${(role: string) => this.partsOf(role)}
      .errors=${this.errors}
      @changed=${(event: CustomEvent<Content>) => this.set('configuration', event.detail)}
    ></g-configuration>`;
  }

  /** Which twins are written as parts of a role. */
  private partsOf(role: string): string[] {
    const chosen = at(this.content, `parts.${role}`);
    return Array.isArray(chosen) ? chosen.map(String) : [];
  }

  /** What is configured for a part goes with it. */
  private compose(role: string, ids: string[]): void {
    const gone = this.partsOf(role).filter(id => !ids.includes(id));
    const all = this.content['configuration'];
    this.set(`parts.${role}`, ids);
    if (isContent(all) && this.type?.configuration?.some(key => key.role === role)) {
      this.set('configuration', without(all, gone));
    }
  }

  private parts(): TemplateResult | typeof nothing {
    const parts = isContent(this.content['parts']) ? this.content['parts'] : {};
    const specs = this.type?.model.parts ?? [];
    const roles = [...specs.map(spec => spec.role), ...Object.keys(parts).filter(role => !specs.some(spec => spec.role === role))];
    return roles.length === 0
      ? nothing
      : html`<fieldset>
          <legend>${t('site.parts')}</legend>
          ${roles.map(role => {
            const spec = specs.find(each => each.role === role);
            return html`<g-part-picker
              .label=${spec?.title ?? role}
              .types=${spec?.types ?? []}
              .least=${spec?.least ?? 0}
              .most=${spec?.most ?? 0}
              .chosen=${this.partsOf(role)}
              @chosen=${(event: CustomEvent<string[]>) => this.compose(role, event.detail)}
            ></g-part-picker>`;
          })}
        </fieldset>`;
  }
}
