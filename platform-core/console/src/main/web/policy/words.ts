import type { Schemas } from '../api/client';
import { t } from '../text/text';

/** Users, roles and keys in one line. */
export function subjectsText(subjects: Schemas['PolicySubjects']): string {
  return [
    ...(subjects.users ?? []),
    ...(subjects.roles ?? []).map(role => t(`user.${role}`)),
    ...(subjects.keys ?? []).map(key => t('policy.key', { name: key })),
  ].join(', ');
}
