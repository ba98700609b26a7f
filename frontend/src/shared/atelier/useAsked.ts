import { useCallback, useEffect, useState } from 'react';
import { ApiError } from '../api/errors';

export interface Asked {
  isLoading: boolean;
  error: ApiError | null;
  /** Asks again. */
  refresh: () => void;
}

interface Answer {
  ask: () => Promise<void>;
  error: ApiError | null;
}

/** Asks whenever the question changes; `ask` must be stable (`useCallback`), null asks nothing. */
export function useAsked(ask: (() => Promise<void>) | null): Asked {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let wanted = ask !== null;
    ask?.().then(
      () => wanted && setAnswer({ ask, error: null }),
      (cause: unknown) => wanted && setAnswer({ ask, error: asApiError(cause) }),
    );
    return () => {
      wanted = false;
    };
  }, [ask, round]);

  const refresh = useCallback(() => {
    setAnswer(null);
    setRound((before) => before + 1);
  }, []);
  const current = answer !== null && answer.ask === ask ? answer : null;
  return { isLoading: ask !== null && current === null, error: current?.error ?? null, refresh };
}

export function asApiError(cause: unknown): ApiError {
  return cause instanceof ApiError
    ? cause
    : new ApiError('unexpected', cause instanceof Error ? cause.message : 'Something went wrong', { cause });
}
