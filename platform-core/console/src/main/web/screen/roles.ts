import type { Schemas } from '../api/client';

/** Roles as they rise. */
export const ROLES: Schemas['Role'][] = ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMINISTRATOR'];
