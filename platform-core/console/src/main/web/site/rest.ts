import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parseYaml, yamlText } from '../base/yaml';
import { Element } from '../base/element';
import { t } from '../text/text';
import { isContent, same, type Content } from './document';

/** Keys of a document that have no field, as YAML or JSON. Tells `rest` with the keys, or with undefined while the text cannot be read. */
@customElement('g-rest')
export class Rest extends Element {
  @property({ attribute: false }) value: Content = {};
  @property() label = '';
  @property({ type: Number }) rows = 4;
  @state() private text = '';
  @state() private wrong = '';
  private told: Content = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && !same(this.value, this.told)) {
      void this.show(this.value);
    }
  }

  private async show(value: Content): Promise<void> {
    this.told = value;
    this.wrong = '';
    this.text = Object.keys(value).length === 0 ? '' : await yamlText(value);
  }

  private readonly typed = async (event: Event) => {
    this.text = (event.target as HTMLTextAreaElement).value;
    let value: Content | undefined;
    try {
      const read = (await parseYaml(this.text)) ?? {};
      value = isContent(read) ? read : undefined;
      this.wrong = value ? '' : t('site.rest-keys');
    } catch (error) {
      this.wrong = error instanceof Error ? error.message : String(error);
    }
    this.told = value ?? this.told;
    this.dispatchEvent(new CustomEvent('rest', { detail: value }));
  };

  protected override render(): TemplateResult {
    return html`<label
      >${this.label}
      <textarea
        class="code"
        rows=${Math.max(this.rows, Math.min(24, this.text.split('\n').length + 1))}
        spellcheck="false"
        aria-invalid=${this.wrong ? 'true' : 'false'}
        .value=${this.text}
        @change=${this.typed}
      ></textarea>
      ${this.wrong ? html`<small class="bad field-error" role="alert">${this.wrong}</small>` : nothing}</label
    >`;
  }
}
