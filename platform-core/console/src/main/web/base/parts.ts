import { html, nothing, svg, type TemplateResult } from 'lit';
import { ApiError } from '../api/problem';
import type { Standing } from '../format/quality';
import type { Severity } from '../format/severity';
import { t } from '../text/text';

/** A sign for a severity: its shape says as much as its colour. */
export function severitySign(severity: Severity): TemplateResult {
  return html`<svg class="sign" viewBox="0 0 16 16" role="img" aria-label=${t(`severity.${severity}`)}>${severityShape(severity)}</svg>`;
}

/** The shape alone, in a square of 16. */
export function severityShape(severity: Severity): TemplateResult {
  const shapes: Record<Severity, TemplateResult> = {
    CRITICAL: svg`<path class="s-CRITICAL" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="s-mark" d="M8 4v5M8 11v1.6"/>`,
    HIGH: svg`<path class="s-HIGH" d="M8 1l7.4 14H.6z"/><path class="s-mark dark" d="M8 6v4M8 12v1.4"/>`,
    MEDIUM: svg`<path class="s-MEDIUM" d="M8 .6L15.4 8 8 15.4.6 8z"/><path class="s-mark dark" d="M8 4.4v4.4M8 10.6v1.4"/>`,
    LOW: svg`<circle class="s-LOW" cx="8" cy="8" r="6.6"/><path class="s-mark" d="M8 4.6v4.2M8 10.6v1.2"/>`,
  };
  return shapes[severity];
}

/** A sign for a quality that is not good. */
export function qualitySign(standing: Standing): TemplateResult | typeof nothing {
  return standing === 'good'
    ? nothing
    : html`<span class="quality ${standing}" title=${t(`quality.${standing}`)}
        >${standing === 'bad' ? '✕' : '?'}<span class="unseen">${t(`quality.${standing}`)}</span></span
      >`;
}

/** What went wrong, for people, with the trace for those who look into it. */
export function problem(error: unknown): TemplateResult | typeof nothing {
  if (!error) {
    return nothing;
  }
  const known = error instanceof ApiError ? error.problem : undefined;
  const text = known?.status === 0 ? t('error.unreachable') : error instanceof Error ? error.message : String(error);
  return html`<p class="problem" role="alert">
    ${text}${known?.traceId ? html` <small>${t('error.trace')} ${known.traceId}</small>` : nothing}
  </p>`;
}

/** A word in a frame: grey where all is well. */
export function badge(text: string, kind: 'plain' | 'good' | 'warn' | 'bad' = 'plain'): TemplateResult {
  return html`<span class="badge ${kind}">${text}</span>`;
}

/** A figure with a word below. */
export function figure(count: number | string, text: string, href?: string, kind: 'plain' | 'warn' | 'bad' = 'plain'): TemplateResult {
  const inner = html`<b>${count}</b><span>${text}</span>`;
  return href ? html`<a class="figure ${kind}" href=${href}>${inner}</a>` : html`<div class="figure ${kind}">${inner}</div>`;
}

export function loading(): TemplateResult {
  return html`<p class="quiet" aria-busy="true">${t('loading')}</p>`;
}
