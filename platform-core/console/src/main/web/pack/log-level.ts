import { html, svg, type TemplateResult } from 'lit';
import type { LogLevel } from '../api/pack-log';

const CROSS = svg`<path d="M1.5 1.5h13v13h-13z"/><path class="inside" d="M5 5l6 6M11 5l-6 6"/>`;
const TRIANGLE = svg`<path d="M8 1l7.4 14H.6z"/><path class="inside" d="M8 6v4M8 11.6v1.6"/>`;
const RING = svg`<circle cx="8" cy="8" r="5"/>`;
const DOT = svg`<circle cx="8" cy="8" r="2"/>`;
const SHAPES: Record<LogLevel, TemplateResult> = { ERROR: CROSS, WARN: TRIANGLE, INFO: RING, DEBUG: DOT, TRACE: DOT };

/** A sign for how grave a line is: its shape says as much as its colour, which only what is abnormal has. For beside the word. */
export function levelSign(level: LogLevel): TemplateResult {
  return html`<svg class="sign level ${level}" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[level]}</svg>`;
}
