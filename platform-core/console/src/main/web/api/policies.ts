import { answer, api, type Schemas } from './client';

export type Policy = Schemas['Policy'];
export type PolicyRequest = Schemas['PolicyRequest'];

export interface KeptPolicy {
  policy: Policy;
  /** Of this version; a change names it. */
  tag: string;
}

export function policies(): Promise<Policy[]> {
  return answer(api.GET('/policies'));
}

export async function policy(policyId: string): Promise<KeptPolicy> {
  const call = api.GET('/policies/{policyId}', { params: { path: { policyId } } });
  return { policy: await answer(call), tag: (await call).response.headers.get('ETag') ?? '' };
}

/** Changes the version with this tag, or makes the policy where there is none. */
export function putPolicy(policyId: string, body: PolicyRequest, tag: string | undefined): Promise<Policy> {
  const header = tag === undefined ? { 'If-None-Match': '*' as const } : { 'If-Match': tag };
  return answer(api.PUT('/policies/{policyId}', { params: { path: { policyId }, header }, body }));
}

export function removePolicy(policyId: string, tag: string): Promise<unknown> {
  return answer(api.DELETE('/policies/{policyId}', { params: { path: { policyId }, header: { 'If-Match': tag } } }));
}
