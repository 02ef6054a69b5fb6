import { documents, type SiteDocument } from '../api/site';
import { confirm } from '../base/confirm';
import { t } from '../text/text';
import type { Change } from './change';

/**
 * Removes a document and the bindings that cannot be without it, after a question that says what happens.
 *
 * @param goesWith whether a binding of this name must go too
 * @returns whether it is gone; where it was refused the change says why
 */
export async function removed(change: Change, document: SiteDocument, goesWith: (binding: string) => boolean): Promise<boolean> {
  const bindings = (await documents('BINDING')).filter(each => goesWith(each.name));
  const edits = [...bindings, document].map(({ kind, name, revision }) => ({ kind, name, expected: revision }));
  if (!(await change.dryRun(edits))) {
    return false;
  }
  if (await confirm(t('site.remove-question', { name: document.name }), change.effects?.join('\n') ?? '', t('users.remove'))) {
    return (await change.make()) !== undefined;
  }
  change.touched();
  return false;
}
