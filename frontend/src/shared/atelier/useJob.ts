import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { hasEnded } from '../api/types';
import type { TrackedJob } from '../jobs/trackedJob';
import { useAtelier, useIsAuthenticated } from './AtelierProvider';
import { useAsked, type Asked } from './useAsked';

export interface OneJob extends Asked {
  /** Null until it is known, and where the user has no such job. */
  job: TrackedJob | null;
}

/**
 * One job, live for as long as the component is there. Once it has ended, all that is known about
 * it is asked for again: events tell the outcome, not the attempts and times.
 *
 * @param id null for none
 */
export function useJob(id: string | null): OneJob {
  const atelier = useAtelier();
  const isAuthenticated = useIsAuthenticated();
  const job = useSyncExternalStore(atelier.jobs.subscribe, () =>
    id === null ? null : (atelier.job(id) ?? null),
  );
  const wanted = isAuthenticated && id !== null;
  useEffect(() => (wanted ? atelier.connection.watch() : undefined), [atelier, wanted]);

  const ask = useCallback(() => (id === null ? Promise.resolve() : atelier.loadJob(id)), [atelier, id]);
  const asked = useAsked(wanted ? ask : null);

  const unsettled = job !== null && hasEnded(job) && !job.complete;
  useEffect(() => {
    if (wanted && unsettled) {
      atelier.loadJob(id).catch(() => undefined);
    }
  }, [atelier, id, wanted, unsettled]);

  return { ...asked, isLoading: asked.isLoading && job === null, job };
}
