import type { Fetch } from '../api/authorisedFetch';
import type { Problem } from '../api/types';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Answer = Response | Promise<Response> | ((asked: Asked) => Response | Promise<Response>);

/**
 * A service that answers as it is told: `on` sets what a request gets from now on, several answers
 * in their order, the last one for ever.
 */
export class FakeService {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer[]>();

  /** @param request as in `GET /jobs`; the query does not count */
  on(request: string, ...answers: Answer[]): this {
    this.answers.set(request, answers);
    return this;
  }

  /** What was asked of one request so far. */
  of(request: string): Asked[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === request);
  }

  readonly fetch: Fetch = async (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = pathname.replace('/api/ai-agent', '');
    const text = await request.clone().text();
    const asked: Asked = {
      method: request.method,
      path,
      query,
      headers: new Headers(request.headers),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
    this.asked.push(asked);
    const answers = this.answers.get(`${request.method} ${path}`) ?? [problem(404, 'Not found')];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    const response = await (typeof answer === 'function' ? answer(asked) : answer);
    return (response ?? problem(404, 'Not found')).clone();
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function problem(
  status: number,
  error: string,
  more: Partial<Problem> = {},
  headers: Record<string, string> = {},
): Response {
  const body = { type: 'about:blank', title: error, status, detail: error, success: false, error, ...more };
  return json(body, status, { 'Content-Type': 'application/problem+json', ...headers });
}
