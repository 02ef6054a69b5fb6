import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import { Element } from '../base/element';
import type { Node } from '../screen/browse';
import { t } from '../text/text';
import { unitText } from '../format/unit';

/** Binds the chosen node without a mouse: "bind to ...". Tells `bind` with the point, `below` where everything below the node is meant. */
@customElement('g-bind-bar')
export class BindBar extends Element {
  @property({ attribute: false }) node?: Node;
  @property({ attribute: false }) points: Schemas['PointSpec'][] = [];
  @state() private point = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('node')) {
      this.point = this.points.find(point => point.name === this.node?.name)?.name ?? '';
    }
  }

  private readonly bind = (event: SubmitEvent) => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('bind', { detail: this.point }));
  };

  protected override render(): TemplateResult | typeof nothing {
    const node = this.node;
    return !node
      ? nothing
      : html`<form class="bar bind-bar" @submit=${this.bind}>
          <span><b>${node.name}</b> <small>${node.node}</small></span>
          ${
            node.kind === 'variable'
              ? html`<label
                    >${t('bind.to')}
                    <select
                      required
                      .value=${this.point}
                      @change=${(event: Event) => {
                        this.point = (event.target as HTMLSelectElement).value;
                      }}
                    >
                      <option value=""></option>
                      ${this.points.map(
                        point =>
                          html`<option value=${point.name} ?selected=${point.name === this.point}>
                            ${point.name} ${point.title} ${unitText(point.unit)}
                          </option>`,
                      )}
                    </select></label
                  ><button class="primary">${t('bind.do')}</button>`
              : html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('below'))}>${t('bind.below')}</button>`
          }
        </form>`;
  }
}
