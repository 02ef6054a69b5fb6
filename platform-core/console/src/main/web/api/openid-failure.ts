import type { Key } from '../text/text';
import { parseRoute } from '../base/router';

const TEXTS: Record<string, Key> = {
  off: 'login.other-off',
  unavailable: 'login.other-unavailable',
  expired: 'login.other-expired',
  refused: 'login.other-refused',
  no_role: 'login.other-no-role',
};

/** Why the login by OpenID Connect, from which the browser comes back to this place, was refused; nothing where it does not come from one. */
export function openIdFailure(hash: string): Key | undefined {
  const reason = parseRoute(hash).query.get('login');
  return reason === null ? undefined : (TEXTS[reason] ?? 'login.other-refused');
}
