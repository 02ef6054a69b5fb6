/** Keys and values of a document of the site, as in its YAML file. */
export type Content = Record<string, unknown>;

/** What stands at a path such as `security.policy`, whether it is written nested or as one key. */
export function at(content: Content, path: string): unknown {
  if (path in content) {
    return content[path];
  }
  const [first = '', ...rest] = path.split('.');
  const inner = content[first];
  return rest.length > 0 && isContent(inner) ? at(inner, rest.join('.')) : undefined;
}

/** A copy with another value at a path; without the key where the value is empty, and without what then has no key left. */
export function withValue(content: Content, path: string, value: unknown): Content {
  const copy = { ...content };
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0 || path in content) {
    if (empty(value)) {
      delete copy[path];
    } else {
      copy[path] = value;
    }
    return copy;
  }
  const before = content[first];
  const inner = withValue(isContent(before) ? before : {}, rest.join('.'), value);
  if (Object.keys(inner).length === 0) {
    delete copy[first];
  } else {
    copy[first] = inner;
  }
  return copy;
}

/** What is left of a document without these paths. */
export function without(content: Content, paths: readonly string[]): Content {
  return paths.reduce((left, path) => withValue(left, path, undefined), content);
}

/** Two documents in one; what both have is taken from the second. */
export function merged(first: Content, second: Content): Content {
  const result = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = result[key];
    result[key] = isContent(before) && isContent(value) ? merged(before, value) : value;
  }
  return result;
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** What a person typed, as YAML would read a plain word: a number, a truth value, else the text. */
export function scalar(text: string): unknown {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Number(text) : text === 'true' || text === 'false' ? text === 'true' : text;
}

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function empty(value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isContent(value) && Object.keys(value).length === 0)
  );
}

/** The order of keys says nothing. */
function ordered(value: unknown): unknown {
  return Array.isArray(value)
    ? value.map(ordered)
    : isContent(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map(key => [key, ordered(value[key])]),
        )
      : value;
}
