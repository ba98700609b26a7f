import type { Attempt, ProviderCall } from '../../shared/api/types';
import { between } from '../../shared/text/times';

/** A line about an attempt, or about one of the calls that it made where it made several. */
export interface AttemptRow {
  key: string;
  attempt: number;
  /** 0 for the attempt as a whole. */
  call: number;
  asked: { provider: string; model: string | null } | null;
  tokens: { input: number; output: number } | null;
  cost: number | null;
  firstToken: number | null;
  seconds: number | null;
  outcome: 'succeeded' | 'failed' | 'running';
  error: string | null;
}

/** The newest attempt first, each followed by its calls in order. */
export function attemptRows(attempts: Attempt[]): AttemptRow[] {
  return attempts.toReversed().flatMap((attempt) => [
    whole(attempt),
    ...(attempt.calls.length > 1 ? attempt.calls.map((call, index) => one(attempt.number, call, index + 1)) : []),
  ]);
}

function whole(attempt: Attempt): AttemptRow {
  const wall = attempt.ended_at === null ? null : between(attempt.started_at, attempt.ended_at);
  return {
    key: String(attempt.number),
    attempt: attempt.number,
    call: 0,
    ...measured(attempt),
    seconds: attempt.duration_seconds ?? wall,
    outcome: attempt.error !== null ? 'failed' : attempt.ended_at === null ? 'running' : 'succeeded',
    error: attempt.error,
  };
}

function one(attempt: number, call: ProviderCall, number: number): AttemptRow {
  return {
    key: `${attempt}-${number}`,
    attempt,
    call: number,
    ...measured(call),
    seconds: call.duration_seconds,
    outcome: call.error === null ? 'succeeded' : 'failed',
    error: call.error,
  };
}

type Measured = Pick<Attempt, 'provider' | 'model' | 'input_tokens' | 'output_tokens' | 'cost_usd'> & {
  time_to_first_token_seconds: number | null;
};

function measured(of: Measured): Pick<AttemptRow, 'asked' | 'tokens' | 'cost' | 'firstToken'> {
  const counted = of.input_tokens !== null || of.output_tokens !== null;
  return {
    asked: of.provider === null ? null : { provider: of.provider, model: of.model },
    tokens: counted ? { input: of.input_tokens ?? 0, output: of.output_tokens ?? 0 } : null,
    cost: of.cost_usd,
    firstToken: of.time_to_first_token_seconds,
  };
}
