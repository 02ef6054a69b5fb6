import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedError } from '../api/problem';
import { t } from '../text/text';

/** Whether an error is about a key: its place ends in it, or its text begins with it in quotes, as the platform writes. */
export function isAbout(error: PlacedError, path: string): boolean {
  const key = path.split('.').at(-1) ?? path;
  const place = (error.place ?? '').replace(/:\d+(:\d+)?$/, '');
  return new RegExp(`(^|[./ ])${escaped(path)}$`).test(place) || new RegExp(`^'(${escaped(path)}|${escaped(key)})'`).test(error.text);
}

/** What is wrong with a field, to be described by it. */
export function errorsAt(errors: PlacedError[], path: string, id: string): TemplateResult | typeof nothing {
  const here = errors.filter(error => isAbout(error, path));
  return here.length === 0
    ? nothing
    : html`<small class="bad field-error" id=${id}>${here.map(error => html`${error.text}<br />`)}</small>`;
}

/** All that is wrong, each with its place. */
export function errorList(errors: PlacedError[]): TemplateResult | typeof nothing {
  return errors.length === 0
    ? nothing
    : html`<div class="problem" role="alert">
        <b>${t('site.wrong', { n: errors.length })}</b>
        <ul>
          ${errors.map(error => html`<li>${error.place ? html`<code>${error.place}</code> ` : nothing}${error.text}</li>`)}
        </ul>
      </div>`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
