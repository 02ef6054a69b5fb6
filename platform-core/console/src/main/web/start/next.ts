import { html, type TemplateResult } from 'lit';
import { linkTo } from '../base/router';
import { t } from '../text/text';

/** The way on. */
export function next(step: string, query: Record<string, string> = {}): TemplateResult {
  return html`<p class="bar end"><a class="button primary" href=${linkTo(['start', step], query)}>${t('start.next')}</a></p>`;
}
