import type { Words } from '../text/text';
import type { View } from '../widget/view';
import { answer, api, type Schemas } from './client';

/** A view of a pack, read. */
export interface PackView {
  id: string;
  pack: string;
  /** Changes when the view or a drawing of its pack does. */
  key: string;
  title: Words;
  view: View;
  /** A drawing of the same pack, by its path there. */
  file: (path: string) => Promise<string>;
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
            file: (path: string) => drawingText(list, each.pack, path),
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
  return [entry.hash, ...list.filter(each => each.pack === entry.pack && each.kind === 'drawing').map(each => each.hash)].join();
}

function viewOf(entry: Schemas['View']): Promise<View> {
  let view = read.get(entry.hash);
  if (!view) {
    view = text(entry).then(json => {
      const parsed = JSON.parse(json) as View;
      if (!Array.isArray(parsed.widgets)) {
        throw new SyntaxError('no widgets');
      }
      return parsed;
    });
    view.catch(() => read.delete(entry.hash));
    read.set(entry.hash, view);
  }
  return view;
}

async function drawingText(list: Schemas['View'][], pack: string, path: string): Promise<string> {
  const entry = list.find(each => each.pack === pack && each.path === path);
  if (!entry) {
    throw new Error(path);
  }
  return text(entry);
}

function text(entry: Schemas['View']): Promise<string> {
  const file = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  return answer(api.GET('/views/{hash}/{file}', { params: { path: { hash: entry.hash, file } }, parseAs: 'text' })) as Promise<string>;
}
