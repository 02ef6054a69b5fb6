import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import { twins } from '../api/fleet';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { linkTo } from '../base/router';
import { Typing } from '../base/typing';
import { t } from '../text/text';

const SHOWN = 25;

/** Finds a twin, to change it or to bind its points to a connection. */
@customElement('g-twin-finder')
export class TwinFinder extends Element {
  @property({ attribute: false }) connections: string[] = [];
  @state() private found: Schemas['Twin'][] = [];
  @state() private more = false;
  @state() private error?: unknown;
  private readonly typing = new Typing(this, q => this.find(q));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find('');
  }

  private async find(q: string): Promise<void> {
    try {
      const page = await twins({ q: q || undefined }, SHOWN);
      this.found = page.items;
      this.more = page.next !== undefined;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult {
    return html`<label class="bar">${t('fleet.find')} <input type="search" maxlength="128" @input=${this.typing.on} /></label>
      ${problem(this.error)}
      <ul class="rows">
        ${this.found.map(
          twin =>
            html`<li>
              <a href=${linkTo(['site', 'twins', twin.id])}>${twin.name}</a> <small class="grow">${twin.id} · ${twin.type}</small>
              ${
                this.connections.length === 0
                  ? nothing
                  : html`<span
                      >${t('bind.with')}
                      ${this.connections.map(
                        name =>
                          html`<a href=${linkTo(['site', 'bindings', name, twin.id])}
                            >${name}<span class="unseen"> ← ${twin.id}</span></a
                          > `,
                      )}</span
                    >`
              }
            </li>`,
        )}
      </ul>
      ${this.more ? html`<p class="quiet">${t('site.more')}</p>` : nothing}`;
  }
}
