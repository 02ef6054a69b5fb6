import { html, render } from 'lit';
import { t } from '../text/text';

/** Asks before something happens; resolves true where the person says so, false on Escape too. */
export function confirm(question: string, detail: string, act: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'confirm-question');
  render(
    html`<form method="dialog">
      <h2 id="confirm-question">${question}</h2>
      <p class="wrap">${detail}</p>
      <div class="bar end"><button value="no">${t('cancel')}</button><button class="primary" value="yes">${act}</button></div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }),
  );
}
