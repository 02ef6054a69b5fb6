import type { Words } from '../text/text';
import { readView } from '../widget/read-view';
import type { View } from '../widget/view';
import { answer, api, type Schemas } from './client';

/** A view of a pack, read. */
export interface PackView {
  id: string;
  pack: string;
  /** Changes when the view or a file that it may use does. */
  key: string;
  title: Words;
  view: View;
  /** Another file of the same pack, by its path there. */
  file: (path: string) => Promise<Blob>;
}

/** By hash: what is under an address never changes. */
const read = new Map<string, Promise<View>>();

/** The views for a twin type, in the order of their packs. One that cannot be read is left out; the pack's lint has said why. */
export async function knownViews(type: string): Promise<PackView[]> {
  const list = await answer(api.GET('/views'));
  const views = await Promise.all(
    list
      .filter(each => each.kind === 'view' && each.twin === type)
      .map(async each => {
        try {
          return {
            id: each.id,
            pack: each.pack,
            key: keyOf(list, each),
            title: each.title,
            view: await viewOf(each),
            file: (path: string) => content(list.find(other => other.pack === each.pack && other.path === path)),
          };
        } catch (error) {
          console.warn(`view ${each.pack}/${each.path} cannot be read: ${String(error)}`);
          return undefined;
        }
      }),
  );
  return views.filter(view => view !== undefined);
}

function keyOf(list: Schemas['View'][], entry: Schemas['View']): string {
  return [entry.hash, ...list.filter(each => each.pack === entry.pack && each.kind !== 'view').map(each => each.hash)].join();
}

function viewOf(entry: Schemas['View']): Promise<View> {
  let view = read.get(entry.hash);
  if (!view) {
    view = content(entry)
      .then(file => file.text())
      .then(readView);
    view.catch(() => read.delete(entry.hash));
    read.set(entry.hash, view);
  }
  return view;
}

async function content(entry: Schemas['View'] | undefined): Promise<Blob> {
  if (!entry) {
    throw new Error('the pack does not list it');
  }
  const file = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  return (await answer(api.GET('/views/{hash}/{file}', { params: { path: { hash: entry.hash, file } }, parseAs: 'blob' }))) as Blob;
}
