import type { Schemas } from '../api/client';

/** Roles as they rise, and the one that stands beside them. */
export const ROLES: Schemas['Role'][] = ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMINISTRATOR', 'VENDOR'];
