import { html, type TemplateResult } from 'lit';
import { bringPack } from '../api/packs';
import { t } from '../text/text';

/** Where a file is chosen that is brought into quarantine; `act` does it and says what went wrong. */
export function bring(act: (call: () => Promise<unknown>) => Promise<void>, busy: boolean): TemplateResult {
  return html`<label class="bar"
    >${t('packs.bring')}
    <input
      type="file"
      accept=".gpack"
      ?disabled=${busy}
      @change=${(event: Event) => {
        const file = (event.target as HTMLInputElement).files?.[0];
        if (file) {
          void act(() => bringPack(file));
        }
      }}
  /></label>`;
}
