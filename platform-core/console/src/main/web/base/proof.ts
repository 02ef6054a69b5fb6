import { html, nothing } from 'lit';
import type { Schemas } from '../api/client';
import { t } from '../text/text';
import { ask } from './dialog';

/**
 * Asks for one's own password again, and for a code where one has a second factor, before what protects a user is changed; undefined where the person
 * does not.
 */
export async function askProof(question: string, detail: string, act: string, withCode: boolean): Promise<Schemas['Proof'] | undefined> {
  const filled = await ask(
    'proof-question',
    dialog =>
      html`<form method="dialog">
        <h2 id="proof-question">${question}</h2>
        <p class="wrap">${detail}</p>
        <label class="field"
          >${t('account.own')}
          <input name="present" type="password" required maxlength="128" autocomplete="current-password" autofocus
        /></label>
        ${
          withCode
            ? html`<label class="field"
                >${t('account.own-code')} <input name="code" required pattern="[0-9]{6}" inputmode="numeric" autocomplete="one-time-code"
              /></label>`
            : nothing
        }
        <div class="bar end">
          <button type="button" @click=${() => dialog.close('no')}>${t('cancel')}</button><button class="primary" value="yes">${act}</button>
        </div>
      </form>`,
  );
  return filled && { present: String(filled.get('present')), code: String(filled.get('code') ?? '') };
}
