import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { useJob } from '../../shared/atelier/useJob';
import type { Job } from '../../shared/api/types';
import { MOVES, type Move } from '../../shared/job-table/moves';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { useMessages } from '../../shared/text/useMessages';
import { JobView } from './JobView';
import { NoJob } from './NoJob';
import { showHistory } from './requests/showHistory';

const LIST = '/jobs';
/** Places in the queue change without an event of the job's own. */
const QUEUE_MS = 10_000;

/** One of the user's own jobs, live. */
export function OwnJob({ id }: { id: string }): ReactNode {
  const { jobPage: text } = useMessages();
  const { job, error, refresh } = useJob(id);
  const back = { to: LIST, label: text.back };
  return job === null ? <NoJob error={error} onRetry={refresh} back={back} /> : <Known job={job} back={back} />;
}

function Known({ job, back }: { job: TrackedJob; back: { to: string; label: string } }): ReactNode {
  const atelier = useAtelier();
  const navigate = useNavigate();
  useWhatEventsLeaveOut(job);
  const history = useQuery({
    queryKey: ['history', job.id, stepOf(job)],
    queryFn: ({ signal }) => showHistory(atelier.api, job.id, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const move = useMutation({
    mutationFn: async (what: Move) => {
      switch (what) {
        case 'cancel':
          return atelier.cancel(job.id);
        case 'retry':
          return atelier.retry(job.id);
        case 'remove':
          // Away first: a page about a job that is gone would say so for a moment.
          await navigate(LIST);
          return atelier.forget(job.id);
      }
    },
  });
  return (
    <JobView
      job={job}
      history={history.data ?? null}
      historyError={history.error === null ? null : asApiError(history.error)}
      moves={MOVES}
      busy={move.isPending}
      error={move.error === null ? null : asApiError(move.error)}
      onMove={(what) => move.mutate(what)}
      onDismiss={move.reset}
      back={back}
    />
  );
}

/** Changes whenever the history has become longer. */
function stepOf({ status, retry_count: failures, started_at: started }: Job): string {
  return `${status} ${failures} ${started ?? ''}`;
}

/** Attempts, places in the queue and estimates are asked for whenever a move was told without them. */
function useWhatEventsLeaveOut({ id, status, complete, retry_count: failures }: TrackedJob): void {
  const atelier = useAtelier();
  useEffect(() => {
    if (!complete) {
      atelier.loadJob(id).catch(() => undefined);
    }
  }, [atelier, id, status, complete, failures]);
  useEffect(() => {
    if (status !== 'queued') {
      return;
    }
    const timer = setInterval(() => void atelier.loadJob(id).catch(() => undefined), QUEUE_MS);
    return () => clearInterval(timer);
  }, [atelier, id, status]);
}
