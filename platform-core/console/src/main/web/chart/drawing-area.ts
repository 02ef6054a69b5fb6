import { html, type TemplateResult } from 'lit';

interface Area {
  wide: number;
  height: number;
  label: string;
  /** Beside `chart`. */
  kind?: string;
  /** Whether it is one picture, or has places that can be chosen. */
  role?: 'img' | 'group';
}

/** The area that a chart draws into, a unit for each pixel. */
export function drawingArea({ wide, height, label, kind = '', role = 'img' }: Area, content: unknown): TemplateResult {
  return html`<svg class="chart ${kind}" viewBox="0 0 ${wide} ${height}" width=${wide} height=${height} role=${role} aria-label=${label}>
    ${content}
  </svg>`;
}
