/** Whether a list of patterns means a name: one takes it in and none takes it out. `*` is any number of characters, `?` one, `!` takes out. */
export function means(patterns: readonly string[], name: string): boolean {
  const fits = (pattern: string) =>
    new RegExp(
      '^' +
        pattern
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.') +
        '$',
    ).test(name);
  return patterns.some(each => !each.startsWith('!') && fits(each)) && !patterns.some(each => each.startsWith('!') && fits(each.slice(1)));
}

/** Patterns as they are typed, with blanks or commas between them. */
export function patterns(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
