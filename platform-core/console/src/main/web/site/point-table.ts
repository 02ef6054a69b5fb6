import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../api/client';
import type { Reading } from '../api/site';
import { Element } from '../base/element';
import { badge } from '../base/parts';
import { unitText } from '../format/unit';
import { DRAGGED_NODE, type Node } from '../screen/browse';
import { t } from '../text/text';
import { boundKeysText, type BoundPoint, type Rebinding } from './binding';
import { readingText } from './readings';

/** Points of a twin, what each is bound to, and where a node can be dropped. Tells `bind`, `unbind` and `undo`. */
@customElement('g-point-table')
export class PointTable extends Element {
  @property({ attribute: false }) points: Schemas['PointSpec'][] = [];
  @property({ attribute: false }) bound: BoundPoint[] = [];
  @property({ attribute: false }) elsewhere: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) changes: ReadonlyMap<string, Rebinding> = new Map();
  @property({ attribute: false }) readings: ReadonlyMap<string, Reading> = new Map();
  @state() private over = '';
  @state() private free = false;

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private dragged(event: DragEvent, point: string): void {
    if (event.dataTransfer?.types.includes(DRAGGED_NODE)) {
      event.preventDefault(); // it may be dropped here
      event.dataTransfer.dropEffect = 'link';
      this.over = point;
    }
  }

  private dropped(event: DragEvent, point: string): void {
    event.preventDefault();
    this.over = '';
    const node = event.dataTransfer?.getData(DRAGGED_NODE);
    if (node) {
      this.tell('bind', { node: JSON.parse(node) as Node, point });
    }
  }

  protected override render(): TemplateResult {
    const bound = new Map(this.bound.map(each => [each.point, each]));
    const points = this.points.filter(
      point => !this.free || this.changes.has(point.name) || (!bound.has(point.name) && !this.elsewhere.has(point.name)),
    );
    return html`<label class="check"
        ><input
          type="checkbox"
          .checked=${this.free}
          @change=${(event: Event) => {
            this.free = (event.target as HTMLInputElement).checked;
          }}
        />${t('bind.only-free')}</label
      >
      <div class="scroll points" tabindex="0" role="region" aria-label=${t('connections.points')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('point')}</th>
              <th scope="col">${t('unit')}</th>
              <th scope="col">${t('bind.to-what')}</th>
              <th scope="col"><span class="unseen">${t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${points.map(point => this.row(point, bound.get(point.name)))}
          </tbody>
        </table>
      </div>`;
  }

  private row(point: Schemas['PointSpec'], bound: BoundPoint | undefined): TemplateResult {
    const other = this.elsewhere.get(point.name);
    const change = this.changes.get(point.name);
    const reading = this.readings.get(point.name);
    const target = other === undefined;
    return html`<tr
      data-point=${point.name}
      class=${this.over === point.name ? 'over' : ''}
      @dragover=${(event: DragEvent) => target && this.dragged(event, point.name)}
      @dragleave=${() => {
        this.over = '';
      }}
      @drop=${(event: DragEvent) => target && this.dropped(event, point.name)}
    >
      <th scope="row">${point.name}<br /><small>${point.title}</small></th>
      <td>${unitText(point.unit)}</td>
      <td>
        ${
          change
            ? change.keys
              ? html`${badge(t('bind.new'), 'warn')} <code>${boundKeysText(change.keys)}</code>`
              : badge(t('bind.unbound'), 'warn')
            : bound
              ? html`<code>${bound.address}</code> <small>${boundKeysText({ ...bound.keys, node: undefined })}</small>`
              : other
                ? html`<small>${t('bind.elsewhere', { connection: other })}</small>`
                : html`<small>${t('bind.free')}</small>`
        }
        ${reading && (change?.keys ?? bound) ? html`<br />${readingText(reading)} ${unitText(reading.unit)}` : nothing}
      </td>
      <td>
        ${
          change
            ? html`<button class="small" aria-label="${t('bind.undo')} ${point.name}" @click=${() => this.tell('undo', point.name)}>
                ${t('bind.undo')}
              </button>`
            : bound
              ? html`<button class="small" aria-label="${t('bind.release')} ${point.name}" @click=${() => this.tell('unbind', point.name)}>
                  ${t('bind.release')}
                </button>`
              : nothing
        }
      </td>
    </tr>`;
  }
}
