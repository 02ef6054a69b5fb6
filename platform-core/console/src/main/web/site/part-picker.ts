import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import { twins } from '../api/fleet';
import { Element } from '../base/element';
import { badge, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { Typing } from '../base/typing';
import { t } from '../text/text';

const SHOWN = 20;

/** Twins that take a role in another, found by typing. Tells `chosen` with their ids. */
@customElement('g-part-picker')
export class PartPicker extends Element {
  @property() label = '';
  /** Types that may take the role; none for any. */
  @property({ attribute: false }) types: string[] = [];
  @property({ type: Number }) least = 0;
  /** 0 for any number. */
  @property({ type: Number }) most = 0;
  @property({ attribute: false }) chosen: string[] = [];
  @state() private found: Schemas['Twin'][] = [];
  @state() private error?: unknown;
  private readonly typing = new Typing(this, q => this.find(q));

  private async find(q: string): Promise<void> {
    try {
      const types = this.types.length > 0 ? this.types : [undefined];
      const pages = await Promise.all(types.map(type => twins({ q: q || undefined, type }, SHOWN)));
      this.found = pages.flatMap(page => page.items).filter(twin => !this.chosen.includes(twin.id));
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private tell(ids: string[]): void {
    this.found = this.found.filter(twin => !ids.includes(twin.id));
    this.dispatchEvent(new CustomEvent('chosen', { detail: ids }));
  }

  protected override render(): TemplateResult {
    const few = this.chosen.length < this.least;
    const many = this.most > 0 && this.chosen.length > this.most;
    return html`<div class="picker">
      <p>
        <b>${this.label}</b>
        ${few || many ? badge(t('site.parts-number', { least: this.least, most: this.most || '∞' }), 'warn') : nothing}
      </p>
      ${problem(this.error)}
      <ul class="chips">
        ${this.chosen.map(
          id =>
            html`<li>
              <a href=${linkTo(['twins', id])}>${id}</a
              ><button
                type="button"
                class="small"
                aria-label=${t('site.drop', { name: id })}
                @click=${() => this.tell(this.chosen.filter(each => each !== id))}
              >
                ✕
              </button>
            </li>`,
        )}
      </ul>
      <label>${t('site.find-part')} <input type="search" maxlength="128" @input=${this.typing.on} @focus=${this.typing.on} /></label>
      <ul class="rows found">
        ${this.found.map(
          twin =>
            html`<li>
              <span class="grow">${twin.name} <small>${twin.id} · ${twin.type}</small></span
              ><button
                type="button"
                class="small"
                aria-label="${t('site.add')} ${twin.id}"
                @click=${() => this.tell([...this.chosen, twin.id])}
              >
                ${t('site.add')}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }
}
