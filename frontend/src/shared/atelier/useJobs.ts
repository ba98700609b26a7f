import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { jobsOf } from '../jobs/jobsState';
import type { TrackedJob } from '../jobs/trackedJob';
import { useAtelier, useIsAuthenticated } from './AtelierProvider';
import { useAsked, type Asked } from './useAsked';

export interface Jobs extends Asked {
  /** All that this page knows, the newest first. */
  jobs: TrackedJob[];
}

/** The user's newest jobs, live for as long as the component is there. */
export function useJobs(): Jobs {
  const atelier = useAtelier();
  const isAuthenticated = useIsAuthenticated();
  const state = useSyncExternalStore(atelier.jobs.subscribe, atelier.jobs.state);
  useEffect(() => (isAuthenticated ? atelier.connection.watch() : undefined), [atelier, isAuthenticated]);
  const ask = useCallback(() => atelier.loadJobs(), [atelier]);
  const asked = useAsked(isAuthenticated ? ask : null);
  const jobs = useMemo(() => jobsOf(state), [state]);
  return { ...asked, isLoading: asked.isLoading && !state.listed, jobs };
}
