import { html, nothing, type TemplateResult } from 'lit';
import { linkTo } from '../base/router';
import { t } from '../text/text';

/** Alarms as they stand now, and what they were over a time. */
export function alarmPlaces(here: 'list' | 'analysis'): TemplateResult {
  const place = (path: string[], title: string, current: boolean) =>
    html`<a href=${linkTo(path)} aria-current=${current ? 'page' : nothing}>${title}</a>`;
  return html`<nav class="tabs" aria-label=${t('alarms')}>
    ${place(['alarms'], t('analysis.list'), here === 'list')} ${place(['alarms', 'analysis'], t('analysis'), here === 'analysis')}
  </nav>`;
}
