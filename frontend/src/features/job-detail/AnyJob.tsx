import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasEnded } from '../../shared/api/types';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { ApiError } from '../../shared/api/errors';
import { useMessages } from '../../shared/text/useMessages';
import { JobView } from './JobView';
import { NoJob } from './NoJob';
import { moveAnyJob } from './requests/moveAnyJob';
import { showAnyHistory } from './requests/showAnyHistory';
import { showAnyJob } from './requests/showAnyJob';

const WATCH_MS = 3_000;
const MOVES = ['cancel', 'retry'] as const;

/** Anybody's job, for an administrator. Live events tell of one's own alone, so it is asked for again. */
export function AnyJob({ id }: { id: string }): ReactNode {
  const { jobPage: text } = useMessages();
  const { api } = useAtelier();
  const queries = useQueryClient();
  const back = { to: '/system', label: text.backToSystem };
  const job = useQuery({
    queryKey: ['any-job', id],
    queryFn: ({ signal }) => showAnyJob(api, id, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && hasEnded(state.data) ? false : WATCH_MS),
  });
  const history = useQuery({
    queryKey: ['any-history', id, job.data?.status, job.data?.retry_count],
    queryFn: ({ signal }) => showAnyHistory(api, id, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled: job.data !== undefined,
  });
  const move = useMutation({
    mutationFn: async (what: 'cancel' | 'retry') => {
      if (!(await moveAnyJob(api, what, id))) {
        throw new ApiError('conflict', 'The job has moved on');
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['any-job', id] }),
  });
  if (job.data === undefined) {
    return (
      <NoJob
        error={job.error === null ? null : asApiError(job.error)}
        onRetry={() => void job.refetch()}
        back={back}
      />
    );
  }
  return (
    <JobView
      job={job.data}
      anybodys
      history={history.data ?? null}
      historyError={history.error === null ? null : asApiError(history.error)}
      moves={MOVES}
      busy={move.isPending}
      error={move.error === null ? null : asApiError(move.error)}
      onMove={(what) => what !== 'remove' && move.mutate(what)}
      onDismiss={move.reset}
      back={back}
    />
  );
}
