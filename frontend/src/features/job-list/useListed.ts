import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ApiError } from '../../shared/api/errors';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { addressOf, type JobFilters } from '../../shared/job-table/filters';
import { listed, type Loaded } from './listed';
import { listPage } from './requests/listPage';
import { useSettled } from './useSettled';

export interface Listed {
  jobs: TrackedJob[];
  isLoading: boolean;
  error: ApiError | null;
  refresh: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
}

/** Pages tell which jobs there are; how they stand is known to the page's own jobs, which are live. */
export function useListed(filters: JobFilters): Listed {
  const atelier = useAtelier();
  const state = useSyncExternalStore(atelier.jobs.subscribe, atelier.jobs.state);
  useEffect(() => atelier.connection.watch(), [atelier]);

  const pages = useInfiniteQuery({
    queryKey: ['jobs', addressOf(filters).toString()],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const asOf = atelier.jobs.state().clock;
      const { jobs, next_cursor: next } = await listPage(atelier.api, filters, pageParam, signal);
      atelier.jobs.dispatch({ type: 'answered', jobs, asOf });
      return { oldest: jobs.at(-1)?.id ?? null, next };
    },
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
  });

  const loaded = useMemo<Loaded>(() => {
    const last = pages.data?.pages.at(-1);
    const oldest = pages.data?.pages.findLast((page) => page.oldest !== null)?.oldest ?? null;
    return { oldest, more: last?.next !== null };
  }, [pages.data]);

  const jobs = useMemo(() => listed(state, filters, loaded), [state, filters, loaded]);
  useSettled(jobs);

  return {
    jobs,
    isLoading: pages.isPending,
    error: pages.error === null ? null : asApiError(pages.error),
    refresh: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
  };
}
