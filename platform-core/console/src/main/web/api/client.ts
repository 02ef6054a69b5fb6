import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '#contract';
import { ApiError, type Problem } from './problem';
import { session } from './session';

export type Schemas = components['schemas'];

const guard: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Requested-With', 'gemello-console');
    if (request.method !== 'GET' && session.csrf) {
      request.headers.set('X-CSRF-Token', session.csrf);
    }
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) {
      session.lost();
    }
  },
};

/** The API, typed by its contract. */
export const api = createClient<paths>({ baseUrl: '/api/v1' });
api.use(guard);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What the platform answers, or an {@link ApiError} with its problem document. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch (error) {
    throw new ApiError({ title: String(error), status: 0 });
  }
  if (result.response.ok) {
    return result.data as T;
  }
  const problem = result.error as Partial<Problem> | undefined;
  throw new ApiError({ ...problem, title: problem?.title ?? result.response.statusText, status: result.response.status });
}
