import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlacedError } from '../api/problem';
import type { ConfigurationKey } from '../api/site';
import { Element } from '../base/element';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { fieldsOf, hint, objection, valueOf, type ConfigurationField } from './configuration-key';
import { isContent, scalar, type Content } from './document';
import { errorsAt, isAbout } from './errors';

const LINES = 4;

/**
 * The configuration of a twin: a field for each key that its type declares, with unit, range and what holds without it, and a line for each other key.
 * Tells `changed` with all of it.
 */
@customElement('g-configuration')
export class Configuration extends Element {
  @property({ attribute: false }) value: Content = {};
  /** Undefined where the type does not tell. */
  @property({ attribute: false }) keys?: ConfigurationKey[];
  /** Which twins have a role. */
  @property({ attribute: false }) parts: (role: string) => string[] = () => [];
  @property({ attribute: false }) errors: PlacedError[] = [];

  private tell(value: Content): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: value }));
  }

  protected override render(): TemplateResult {
    const fields = fieldsOf(this.keys ?? [], this.parts);
    const others = Object.entries(this.value).filter(([key]) => !fields.some(each => each.path === key));
    return html`<fieldset>
      <legend>${t('site.configuration')}</legend>
      ${fields.length > 0 ? html`<div class="fields">${fields.map(each => this.field(each))}</div>` : nothing}
      ${
        this.keys === undefined
          ? this.free(others)
          : html`<details ?open=${others.length > 0}>
              <summary>${t(this.keys.length === 0 ? 'key.none' : 'key.others')}</summary>
              ${this.free(others)}
            </details>`
      }
    </fieldset>`;
  }

  private field({ path, key }: ConfigurationField): TemplateResult {
    const text = shown(this.value[path]);
    const wrong = objection(key, text);
    const invalid = wrong !== '' && text !== ''; // what is not written yet is asked for by the browser, when it is sent
    const id = 'k-' + path.replace(/\W/g, '-');
    return html`<label class="field ${invalid || this.errors.some(error => isAbout(error, path)) ? 'wrong' : ''}"
      >${words(key.title)}${key.required ? html`<span aria-hidden="true"> *</span>` : nothing} <small class="key">${path}</small>
      <span class="with-unit">${this.input(path, key, text, invalid, id)}${key.unit ? html` <span>${unitText(key.unit)}</span>` : nothing}</span>
      <small id=${id} class=${invalid ? 'bad field-error' : ''}>${invalid ? wrong : hint(key)}</small>
      ${errorsAt(this.errors, path, id + '-e')}</label
    >`;
  }

  private input(path: string, key: ConfigurationKey, text: string, invalid: boolean, id: string): TemplateResult {
    const take = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      const { [path]: _, ...left } = this.value;
      this.tell(value === '' ? left : { ...left, [path]: valueOf(key, value) });
    };
    switch (key.type) {
      case 'CHOICE':
        return html`<select name=${path} aria-describedby=${id} ?required=${key.required} @change=${take}>
          <option value="" ?selected=${!text}></option>
          ${[...new Set([...(key.choices ?? []), ...(text ? [text] : [])])].map(each => html`<option ?selected=${each === text}>${each}</option>`)}
        </select>`;
      case 'DOCUMENT':
        return html`<textarea name=${path} class="code" rows=${LINES} aria-describedby=${id} ?required=${key.required} .value=${text} @input=${take}></textarea>`;
      default:
        return html`<input
          name=${path}
          .value=${text}
          inputmode=${key.type === 'NUMBER' || key.type === 'INTEGER' ? 'decimal' : 'text'}
          placeholder=${key.default ?? nothing}
          ?required=${key.required}
          maxlength="1024"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${invalid ? 'true' : 'false'}
          aria-describedby=${id}
          @input=${take}
        />`;
    }
  }

  /** Wrong fields keep the form from being sent; the browser leads to the first. */
  protected override updated(): void {
    for (const { path, key } of fieldsOf(this.keys ?? [], this.parts)) {
      this.querySelector<HTMLInputElement>(`[name="${CSS.escape(path)}"]`)?.setCustomValidity(objection(key, shown(this.value[path])));
    }
  }

  /** Keys that the type does not declare, a line for each; what is nested stays as it is. */
  private free(entries: [string, unknown][]): TemplateResult {
    const change = (key: string, to: string, value: unknown) =>
      this.tell(Object.fromEntries(Object.entries(this.value).flatMap(each => (each[0] === key ? (to ? [[to, value]] : []) : [each]))));
    return html`${entries.map(
        ([key, value]) =>
          html`<div class="bar pair">
            <label
              ><span class="unseen">${t('site.key')}</span
              ><input
                .value=${key}
                maxlength="128"
                @change=${(event: Event) => change(key, (event.target as HTMLInputElement).value.trim(), value)} /></label
            ><label class="grow"
              ><span class="unseen">${t('site.value-of', { key })}</span
              ><input
                .value=${shown(value)}
                ?readonly=${isNested(value)}
                @change=${(event: Event) => change(key, key, scalar((event.target as HTMLInputElement).value))} /></label
            ><button type="button" class="small" aria-label=${t('site.drop', { name: key })} @click=${() => change(key, '', undefined)}>
              ✕
            </button>
          </div>`,
      )}
      <div class="bar pair">
        <label
          ><span class="unseen">${t('site.new-key')}</span><input name="new-key" placeholder=${t('site.new-key')} maxlength="128"
        /></label>
        <button type="button" class="small" @click=${this.addKey}>${t('site.add')}</button>
      </div>`;
  }

  private readonly addKey = () => {
    const field = this.querySelector<HTMLInputElement>('input[name=new-key]');
    const key = field?.value.trim();
    if (field && key) {
      this.tell({ ...this.value, [key]: '' });
      field.value = '';
    }
  };
}

function shown(value: unknown): string {
  return value === undefined ? '' : isNested(value) ? JSON.stringify(value) : String(value);
}

function isNested(value: unknown): boolean {
  return isContent(value) || Array.isArray(value);
}
