import createClient, { type Client } from 'openapi-fetch';
import { authorisedFetch, patientFetch, type Fetch, type TokenProvider } from './authorisedFetch';
import { errorOf, errorWithoutAnswer } from './errors';
import type { paths } from './schema';

/** The service, by the paths and types of its OpenAPI document. */
export type Api = Client<paths>;

export interface ApiSettings {
  /** Where the API is; a path means the page's own host. */
  baseUrl: string;
  getToken: TokenProvider;
  fetch?: Fetch;
}

export const DEFAULT_BASE_URL = '/api/ai-agent';

export function createApi({ baseUrl, getToken, fetch = browserFetch }: ApiSettings): Api {
  return createClient<paths>({
    baseUrl: absolute(baseUrl),
    fetch: authorisedFetch(getToken, patientFetch(fetch)),
  });
}

/** The data of a good answer. @throws ApiError for every other one, and for none */
export async function dataOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer;
  try {
    answer = await call;
  } catch (cause) {
    throw errorWithoutAnswer(cause);
  }
  if (!answer.response.ok) {
    throw errorOf(answer.response, answer.error);
  }
  return answer.data as T;
}

export function absolute(baseUrl: string): string {
  return new URL(baseUrl, window.location.href).href.replace(/\/$/, '');
}

function browserFetch(request: Request): Promise<Response> {
  return window.fetch(request);
}
