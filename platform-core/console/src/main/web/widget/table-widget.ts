import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { severitySign } from '../base/parts';
import { linkTo } from '../base/router';
import { numberText } from '../format/number';
import { SEVERITIES, type Severity } from '../format/severity';
import { timeText } from '../format/time';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { numberIn, textIn, type Row } from './table';
import type { Column, Table } from './view';
import { WidgetElement } from './widget';

/** A table of a text point. */
@customElement('g-table')
export class TableWidget extends WidgetElement<Table> {
  protected picture(): TemplateResult {
    const rows = this.rows(this.spec);
    const sample = rows[0];
    const right = (column: Column) => (sample && numberIn(sample, column.column) !== undefined ? 'right' : '');
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words(this.spec.title)}>
      <table>
        <thead>
          <tr>
            ${this.spec.columns.map(
              column =>
                html`<th scope="col" class=${right(column)}>
                  ${words(column.title)}${column.unit ? html` <small>${unitText(column.unit)}</small>` : nothing}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            row =>
              html`<tr>
                ${this.spec.columns.map(
                  column => html`<td class=${numberIn(row, column.column) === undefined ? '' : 'right'}>${cell(row, column)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
      ${rows.length === 0 ? html`<p class="quiet">${t('table.empty')}</p>` : nothing}
    </div>`;
  }
}

function cell(row: Row, column: Column): TemplateResult | string {
  const value = numberIn(row, column.column);
  const text = textIn(row, column.column);
  switch (column.format) {
    case 'time':
      return text === '' ? '–' : timeText(text);
    case 'percent':
      return value === undefined ? '–' : numberText(value * 100, column.digits ?? 1) + ' %';
    case 'severity':
      return SEVERITIES.includes(text as Severity) ? html`${severitySign(text as Severity)} ${t(`severity.${text as Severity}`)}` : text;
    case 'twin':
      return text === '' ? '–' : html`<a href=${linkTo(['twins', text])}>${text}</a>`;
    default: {
      const [low, high] = [numberIn(row, column.low), numberIn(row, column.high)];
      return value === undefined
        ? text || '–'
        : numberText(value, column.digits) +
            (low === undefined || high === undefined ? '' : ` (${numberText(low, column.digits)} … ${numberText(high, column.digits)})`);
    }
  }
}
