import { same, type Content } from './document';

/** A key that two people have left different. */
export interface Difference {
  key: string;
  mine: unknown;
  theirs: unknown;
  /** Whether both have changed it; else it is clear whose is the new one. */
  both: boolean;
  choice: 'mine' | 'theirs';
}

/** Where two versions differ. What only one of them has changed is his; of what both have changed, mine is proposed. */
export function differences(base: Content, mine: Content, theirs: Content): Difference[] {
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .filter(key => !same(mine[key], theirs[key]))
    .map(key => {
      const iChanged = !same(base[key], mine[key]);
      return {
        key,
        mine: mine[key],
        theirs: theirs[key],
        both: iChanged && !same(base[key], theirs[key]),
        choice: iChanged ? 'mine' : 'theirs',
      };
    });
}

/** The document as chosen. */
export function settle(theirs: Content, chosen: Difference[]): Content {
  const result = { ...theirs };
  for (const { key, mine, choice } of chosen) {
    if (choice === 'mine') {
      if (mine === undefined) {
        delete result[key];
      } else {
        result[key] = mine;
      }
    }
  }
  return result;
}
