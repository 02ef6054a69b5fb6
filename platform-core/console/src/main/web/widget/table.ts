import { t, words, type Words } from '../text/text';

export type Cell = number | string | boolean | null | Words;
export type Row = Record<string, Cell>;
const MOST_ROWS = 2000;

/**
 * The table at a place of a document: an array of objects, or an object of arrays of equal length. See docs/pack-views.md.
 *
 * @throws Error with a sentence for people
 */
export function tableAt(document: unknown, at: string | undefined): Row[] {
  let found = document;
  for (const name of at ? at.split('.') : []) {
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? (found as Record<string, unknown>)[name] : undefined;
  }
  if (found === undefined || found === null) {
    throw new Error(t('table.nothing-at', { at: at ?? '' }));
  }
  const rows = Array.isArray(found) ? (found as Row[]) : transposed(found as Record<string, unknown>);
  if (rows.some(row => typeof row !== 'object' || row === null)) {
    throw new Error(t('table.no-table', { at: at ?? '' }));
  }
  return rows.slice(0, MOST_ROWS);
}

function transposed(columns: Record<string, unknown>): Row[] {
  const names = typeof columns === 'object' ? Object.keys(columns) : [];
  const lists = names.map(name => columns[name]);
  const length = Array.isArray(lists[0]) ? lists[0].length : -1;
  if (length < 0 || lists.some(list => !Array.isArray(list) || list.length !== length)) {
    throw new Error(t('table.uneven'));
  }
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(names.map((name, column) => [name, (lists[column] as Cell[])[index] ?? null])),
  );
}

/** A finite number in a cell. */
export function numberIn(row: Row, column: string | undefined): number | undefined {
  const cell = column === undefined ? undefined : row[column];
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined;
}

/** A cell as words. */
export function textIn(row: Row, column: string | undefined): string {
  const cell = column === undefined ? undefined : row[column];
  return cell === undefined || cell === null ? '' : typeof cell === 'object' ? words(cell) : String(cell);
}
