import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Element } from '../base/element';
import { t } from '../text/text';
import type { Rebinding } from './binding';
import { scalar } from './document';
import { effects } from './effects';

/** Bindings that are not saved, with their unit and scale to be put right. Tells `change-keys`, `undo`, `test`, `try`, `save`. */
@customElement('g-unsaved')
export class Unsaved extends Element {
  @property({ attribute: false }) changes: ReadonlyMap<string, Rebinding> = new Map();
  @property({ attribute: false }) effects?: string[];
  @property({ type: Boolean }) busy = false;

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private change(rebinding: Rebinding, key: string, value: unknown): void {
    const keys = { ...rebinding.keys, [key]: value };
    if (value === '' || value === false) {
      delete keys[key];
    }
    this.tell('change-keys', { point: rebinding.point, keys });
  }

  protected override render(): TemplateResult {
    const list = [...this.changes.values()];
    return html`<section class="panel" aria-labelledby="unsaved-title">
      <h2 id="unsaved-title">${t('unsaved', { n: list.length })}</h2>
      ${
        list.length === 0
          ? html`<p class="quiet">${t('unsaved.none')}</p>`
          : html`<ul class="rows">
              ${list.map(each => this.line(each))}
            </ul>`
      }
      ${effects(t('site.would'), this.effects)}
      <div class="bar end">
        <button ?disabled=${this.busy} @click=${() => this.tell('test')}>${t('probe.run')}</button>
        <button ?disabled=${this.busy || list.length === 0} @click=${() => this.tell('try')}>${t('site.try')}</button>
        <button class="primary" ?disabled=${this.busy || list.length === 0 || !this.effects} @click=${() => this.tell('save')}>
          ${t('users.save')}
        </button>
      </div>
    </section>`;
  }

  private line(rebinding: Rebinding): TemplateResult {
    const { point, keys } = rebinding;
    const field = (key: string, label: string, size: number) =>
      html`<label
        >${label}
        <input
          size=${size}
          maxlength="64"
          .value=${String(keys?.[key] ?? '')}
          @change=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value.trim();
            this.change(rebinding, key, key === 'scale' || key === 'offset' ? scalar(text) : text);
          }}
      /></label>`;
    return html`<li>
      <span class="grow"><b>${point}</b> ${keys ? html`← <code>${String(keys['node'])}</code>` : t('bind.unbound')}</span>
      ${
        keys
          ? html`<span class="bar"
              >${field('unit', t('unit'), 6)} ${field('sourceUnit', t('bind.source-unit'), 6)} ${field('scale', t('bind.scale'), 8)}
              ${field('offset', t('bind.offset'), 5)}
              <label class="check"
                ><input
                  type="checkbox"
                  .checked=${keys['write'] === true}
                  @change=${(event: Event) => this.change(rebinding, 'write', (event.target as HTMLInputElement).checked)}
                />${t('bind.write')}</label
              ></span
            >`
          : nothing
      }
      <button class="small" aria-label="${t('bind.undo')} ${point}" @click=${() => this.tell('undo', point)}>${t('bind.undo')}</button>
    </li>`;
  }
}
