import { html } from 'lit';
import { t } from '../text/text';
import { ask } from './dialog';

/** Asks before something happens; resolves true where the person says so, false on Escape too. */
export async function confirm(question: string, detail: string, act: string): Promise<boolean> {
  const filled = await ask(
    'confirm-question',
    () =>
      html`<form method="dialog">
        <h2 id="confirm-question">${question}</h2>
        <p class="wrap">${detail}</p>
        <div class="bar end"><button value="no">${t('cancel')}</button><button class="primary" value="yes">${act}</button></div>
      </form>`,
  );
  return filled !== undefined;
}
