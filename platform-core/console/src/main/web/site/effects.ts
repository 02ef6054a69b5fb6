import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../text/text';

/** What a change does, in the platform's words; read out where a screen reader listens. Nothing before there is something to say. */
export function effects(title: string, lines: string[] | undefined, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div role="status">
    ${
      lines
        ? html`<div class="effects">
            <b>${title}</b>
            ${
              lines.length === 0
                ? html`<p>${t('site.no-effects')}</p>`
                : html`<ul>
                    ${lines.map(line => html`<li>${line}</li>`)}
                  </ul>`
            }
            ${more}
          </div>`
        : nothing
    }
  </div>`;
}
