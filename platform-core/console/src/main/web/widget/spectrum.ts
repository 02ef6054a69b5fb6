import { html, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { axis, FRAME, grid, path, place } from '../chart/axes';
import { drawingArea } from '../chart/drawing-area';
import { pictureTable } from '../chart/picture-table';
import { numberText } from '../format/number';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { SizedWidget } from './sized';
import { numberIn, textIn } from './table';
import { heightOf, type Spectrum } from './view';

const MOST_MARKS = 40;

/** Amplitude over frequency with named marks. */
@customElement('g-spectrum')
export class SpectrumWidget extends SizedWidget<Spectrum> {
  protected picture(): TemplateResult {
    const { x: across, y: upward, limit } = this.spec;
    const height = heightOf(this.spec);
    const rows = this.rows(this.spec);
    if (rows.length === 0) {
      return html`<p class="quiet">${t('table.empty')}</p>`;
    }
    const marks = this.spec.marks ? this.rows(this.spec.marks).slice(0, MOST_MARKS) : [];
    const column = (name: string | undefined) => rows.map(row => numberIn(row, name)).filter(value => value !== undefined);
    const x = axis(column(across.column), FRAME.left, this.wide - FRAME.right);
    const y = axis(
      [...column(upward.column), ...column(limit?.column), ...(this.spec.log ? [] : [0])],
      height - FRAME.bottom,
      FRAME.top + 18,
      this.spec.log,
    );
    const line = (name: string) =>
      path(
        rows.map(row => {
          const [dx, dy] = [numberIn(row, across.column), numberIn(row, name)];
          return dx === undefined || dy === undefined ? undefined : ([place(x, dx), place(y, dy)] as [number, number]);
        }),
      );
    const title = words(this.spec.title);
    const [xUnit, yUnit] = [unitText(across.unit ?? ''), unitText(upward.unit ?? '')];
    return html`${drawingArea(
      { wide: this.wide, height, label: title },
      svg`${grid(x, y, xUnit, yUnit)}
      ${marks.map((mark, index) => {
        const at = numberIn(mark, this.spec.marks?.x);
        return at === undefined || at < x.low || at > x.high
          ? ''
          : svg`<path class="mark" d="M${place(x, at)} ${FRAME.top + 18}V${height - FRAME.bottom}"/>
          <text class="mark-name" x=${place(x, at)} y=${FRAME.top + (index % 2 === 0 ? 2 : 14)} text-anchor="middle">${textIn(mark, this.spec.marks?.label)}</text>`;
      })}
      <g class="curve line-1 model"><path class="line" d=${limit ? line(limit.column) : ''} /></g>
      <g class="curve line-1"><path class="line thin" d=${line(upward.column)} /></g>`,
    )}
    ${pictureTable(title, [xUnit, yUnit, ...(limit ? [`${t('spectrum.limit')}, ${yUnit}`] : [])], () =>
      rows.map(row =>
        [across.column, upward.column, ...(limit ? [limit.column] : [])].map(name => {
          const value = numberIn(row, name);
          return value === undefined ? '–' : numberText(value);
        }),
      ),
    )}`;
  }
}
