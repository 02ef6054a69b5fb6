import { html, render } from 'lit';
import type { Schemas } from '../api/client';
import { loading, problem } from '../base/parts';
import { t, words } from '../text/text';
import { billOf, type Component } from './bill';

/** Shows what a pack is made of. */
export async function showBill(pack: Schemas['Pack']): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'wide';
  dialog.setAttribute('aria-labelledby', 'bill-title');
  const show = (content: unknown) =>
    render(
      html`<form method="dialog">
        <h2 id="bill-title">${t('bill.of', { pack: words(pack.title) + ' ' + pack.version })}</h2>
        ${content}
        <div class="bar end"><button class="primary">${t('close')}</button></div>
      </form>`,
      dialog,
    );
  show(loading());
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  try {
    show(table(await billOf(pack.id)));
  } catch (error) {
    show(problem(error));
  }
}

function table(components: Component[]): unknown {
  return html`<p class="quiet">${t('bill.what', { n: components.length })}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('bill')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('bill.component')}</th>
            <th scope="col">${t('bill.version')}</th>
            <th scope="col">${t('bill.licence')}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          ${components.map(
            ({ name, version, licences, hash }) =>
              html`<tr>
                <th scope="row" class="wrap">${name}</th>
                <td>${version}</td>
                <td>${licences.length ? licences.join(', ') : html`<span class="quiet">${t('bill.unknown')}</span>`}</td>
                <td><code title=${hash ?? ''}>${hash?.slice(0, 12) ?? '–'}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
