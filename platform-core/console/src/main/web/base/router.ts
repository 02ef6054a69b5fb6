/** Where the person is: `#/twins/wt-01/trends?points=WTUR.W`. Links are plain anchors, so the browser's history works. */
export interface Route {
  path: string[];
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return {
    path: path
      .split('/')
      .filter(part => part !== '')
      .map(decode),
    query: new URLSearchParams(query),
  };
}

/** A link to a place; parts are encoded, empty query values left out. */
export function linkTo(path: string[], query: Record<string, string | undefined> = {}): string {
  const values = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
  const text = values.toString();
  return '#/' + path.map(encodeURIComponent).join('/') + (text ? '?' + text : '');
}

/** Changes the query of the present place without a step in the history. */
export function replaceQuery(query: Record<string, string | undefined>): void {
  history.replaceState(null, '', linkTo(parseRoute(location.hash).path, query));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape names nothing, and what is not found says so
  }
}
