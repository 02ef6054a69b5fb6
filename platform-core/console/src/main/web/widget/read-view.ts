import type { View } from './view';

const DEEPEST = 24;
const MOST_VALUES = 100_000;
/** Names by which an object reaches into what all objects have. */
const REACHING = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A view as data that can do no harm however it is walked. What the pack's lint has let through is not trusted a second time.
 *
 * @throws SyntaxError where it is no view, too deep, too large, or has names that data should not have
 */
export function readView(json: string): View {
  const view = JSON.parse(json) as Partial<View> | null;
  check(view);
  if (typeof view !== 'object' || !Array.isArray(view?.widgets)) {
    throw new SyntaxError('no widgets');
  }
  return { ...(view as View), widgets: view.widgets.filter(widget => typeof widget === 'object' && widget !== null) };
}

/** Without recursion, so that depth is an answer and not a crash. */
function check(top: unknown): void {
  const open: [unknown, number][] = [[top, 0]];
  for (let seen = 0; open.length > 0; seen++) {
    const [value, depth] = open.pop() as [unknown, number];
    if (depth > DEEPEST || seen + open.length > MOST_VALUES) {
      throw new SyntaxError(`more than ${DEEPEST} levels or ${MOST_VALUES} values`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (REACHING.has(name)) {
          throw new SyntaxError(`the name ${name}`);
        }
        open.push([inner, depth + 1]);
      }
    }
  }
}
