import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Element } from '../base/element';
import { t } from '../text/text';

export type TableCell = string | TemplateResult;
/** More would be slow, and nobody reads them. */
const MOST_ROWS = 2000;

/** What a picture shows as a table to be unfolded; its rows are made only then. */
@customElement('g-picture-table')
export class PictureTable extends Element {
  @property() label = '';
  @property({ attribute: false }) columns: string[] = [];
  @property({ attribute: false }) rows: () => TableCell[][] = () => [];
  @state() private open = false;

  protected override render(): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        this.open = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>${t('table.show')}</summary>
      ${this.open ? this.table(this.rows()) : nothing}
    </details>`;
  }

  private table(rows: TableCell[][]): TemplateResult {
    return html`${rows.length > MOST_ROWS ? html`<p class="quiet">${t('table.first', { n: MOST_ROWS, all: rows.length })}</p>` : nothing}
      <div class="scroll tall" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <thead>
            <tr>
              ${this.columns.map(column => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, MOST_ROWS).map(
              ([first, ...others]) =>
                html`<tr>
                  <th scope="row">${first}</th>
                  ${others.map(cell => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

/** The table under a picture. */
export function pictureTable(title: string, columns: string[], rows: () => TableCell[][]): TemplateResult {
  return html`<g-picture-table .label=${title} .columns=${columns} .rows=${rows}></g-picture-table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'g-picture-table': PictureTable;
  }
}
