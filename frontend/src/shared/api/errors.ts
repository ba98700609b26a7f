import type { Problem } from './types';

/** What kind of trouble it is, for whoever decides what to tell and what to do. */
export type ErrorKind =
  | 'network'
  | 'timeout'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'rate_limited'
  | 'job_failed'
  | 'unavailable'
  | 'unexpected';

/** A request that did not get what it asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ErrorKind;
  /** The answer's status; 0 where there was no answer. */
  readonly status: number;
  /** Each wrong member and what is wrong with it. */
  readonly details: Readonly<Record<string, string[]>>;
  /** Seconds until it is worth trying again, where the service says so. */
  readonly retryAfter: number | null;
  readonly problem: Problem | null;

  constructor(
    kind: ErrorKind,
    message: string,
    about: { status?: number; retryAfter?: number | null; problem?: Problem | null; cause?: unknown } = {},
  ) {
    super(message, { cause: about.cause });
    this.kind = kind;
    this.status = about.status ?? 0;
    this.retryAfter = about.retryAfter ?? null;
    this.problem = about.problem ?? null;
    this.details = about.problem?.details ?? {};
  }
}

/** What an answer that is none of the good ones means. The body may be anything. */
export function errorOf(response: Response, body: unknown): ApiError {
  const problem = isProblem(body) ? body : null;
  const message = problem?.detail ?? problem?.error ?? response.statusText;
  return new ApiError(kindOf(response.status, problem), message, {
    status: response.status,
    retryAfter: seconds(response.headers.get('Retry-After')),
    problem,
  });
}

/** Why there was no answer at all. An abort by the caller stays what it is. */
export function errorWithoutAnswer(cause: unknown): unknown {
  if (cause instanceof ApiError || isAbort(cause)) {
    return cause;
  }
  return isNamed(cause, 'TimeoutError')
    ? new ApiError('timeout', 'The service did not answer in time', { cause })
    : new ApiError('network', 'The service cannot be reached', { cause });
}

export function isAbort(cause: unknown): boolean {
  return isNamed(cause, 'AbortError');
}

function isNamed(cause: unknown, name: string): boolean {
  return typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === name;
}

function kindOf(status: number, problem: Problem | null): ErrorKind {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 409:
      return 'conflict';
    case 400:
    case 413:
    case 415:
    case 422:
      return 'invalid';
    case 429:
      return 'rate_limited';
    case 502:
      // Said of a job by the service, or of the service by a gateway before it.
      return problem?.job_id === undefined ? 'unavailable' : 'job_failed';
    case 503:
    case 504:
      return 'unavailable';
    default:
      return 'unexpected';
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}

function seconds(field: string | null): number | null {
  const number = field === null ? NaN : Number(field);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
