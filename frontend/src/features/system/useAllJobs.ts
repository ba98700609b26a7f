import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import type { ApiError } from '../../shared/api/errors';
import type { Job } from '../../shared/api/types';
import { addressOf, type JobFilters } from '../../shared/job-table/filters';
import { listAllJobs } from './requests/listAllJobs';
import { EVERY_MS } from './watching';

export const ALL_JOBS = 'all-jobs';

export interface AllJobs {
  jobs: Job[];
  isLoading: boolean;
  error: ApiError | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
}

/** Everybody's jobs. Live events tell of one's own alone, so the first page is asked for again and again. */
export function useAllJobs(filters: JobFilters): AllJobs {
  const { api } = useAtelier();
  const pages = useInfiniteQuery({
    queryKey: [ALL_JOBS, addressOf(filters).toString()],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => listAllJobs(api, filters, pageParam, signal),
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : EVERY_MS),
    refetchOnWindowFocus: false,
  });
  return {
    jobs: useMemo(() => pages.data?.pages.flatMap((page) => page.jobs) ?? [], [pages.data]),
    isLoading: pages.isPending,
    error: pages.error === null ? null : asApiError(pages.error),
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
  };
}
