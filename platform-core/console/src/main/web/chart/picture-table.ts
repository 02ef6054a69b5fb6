import { html, type TemplateResult } from 'lit';
import { t } from '../text/text';

/** What a picture shows, as a table to be unfolded. */
export function pictureTable(title: string, columns: string[], rows: (string | TemplateResult)[][]): TemplateResult {
  return html`<details>
    <summary>${t('analysis.table')}</summary>
    <div class="scroll tall" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${columns.map(column => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...others]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${others.map(cell => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
