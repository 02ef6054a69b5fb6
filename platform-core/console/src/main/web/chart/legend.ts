import { html, nothing, type TemplateResult } from 'lit';
import { numberText } from '../format/number';
import { unitText } from '../format/unit';
import { t } from '../text/text';
import type { Line } from './line';
import { lineColour } from './plot';

/** A line in words: its key, title and value at a time, or its last one. */
export function legendEntry(line: Line, index: number, at: number | null): TemplateResult {
  const last = at === null ? line.times.length - 1 : line.times.findLastIndex(time => time <= at);
  const value = line.values[last];
  const unit = unitText(line.spec.unit);
  return html`<li>
    <svg class="key ${line.spec.role}" viewBox="0 0 24 8" aria-hidden="true"><path class="${lineColour(index)}" d="M0 4h24" /></svg
    >${line.spec.title} ${line.spec.role === 'measured' ? nothing : html`<small>${t(`role.${line.spec.role}`)}</small>`}
    <b>${value === undefined || value === null ? '–' : numberText(value)} ${unit}</b>
  </li>`;
}
