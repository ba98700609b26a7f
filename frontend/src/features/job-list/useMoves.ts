import { useCallback, useState } from 'react';
import type { ApiError } from '../../shared/api/errors';
import type { Atelier } from '../../shared/atelier/atelier';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import type { Move } from '../../shared/job-table/moves';
import { moveAll, type Outcome } from './moveAll';

export interface Moves {
  busy: ReadonlySet<string>;
  /** What became of the last move of several jobs. */
  outcome: (Outcome & { move: Move }) | null;
  /** Why the last move of one job did not work. */
  error: ApiError | null;
  run: (move: Move, ids: string[]) => void;
  clear: () => void;
}

export function useMoves(): Moves {
  const atelier = useAtelier();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<Moves['outcome']>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const run = useCallback(
    (move: Move, ids: string[]) => {
      let problem: unknown = null;
      setError(null);
      setOutcome(null);
      setBusy(new Set(ids));
      void moveAll(ids, async (id) => {
        try {
          await perform(atelier, move, id);
        } catch (cause) {
          problem = cause;
          throw cause;
        }
      }).then((done) => {
        setBusy(new Set());
        if (ids.length === 1 && problem !== null) {
          setError(asApiError(problem));
        } else {
          setOutcome({ ...done, move });
        }
      });
    },
    [atelier],
  );
  const clear = useCallback(() => {
    setOutcome(null);
    setError(null);
  }, []);
  return { busy, outcome, error, run, clear };
}

/** One that cannot be moved has been moved by somebody else: how it stands is asked for. */
async function perform(atelier: Atelier, move: Move, id: string): Promise<void> {
  try {
    await { cancel: () => atelier.cancel(id), retry: () => atelier.retry(id), remove: () => atelier.forget(id) }[move]();
  } catch (cause) {
    const problem = asApiError(cause);
    if (problem.kind === 'not_found') {
      atelier.jobs.dispatch({ type: 'forgotten', id });
    } else if (problem.kind === 'conflict') {
      await atelier.loadJob(id).catch(() => undefined);
    }
    throw problem;
  }
}
