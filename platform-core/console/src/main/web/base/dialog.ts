import { render, type TemplateResult } from 'lit';

/**
 * Shows a question over the page; `label` is the id of its heading. Resolves what was filled in where the person says yes (a button with that value), and
 * undefined otherwise, on Escape too.
 */
export function ask(label: string, form: (dialog: HTMLDialogElement) => TemplateResult): Promise<FormData | undefined> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', label);
  render(form(dialog), dialog);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => {
      const filled = new FormData(dialog.querySelector('form') ?? undefined);
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? filled : undefined);
    }),
  );
}
