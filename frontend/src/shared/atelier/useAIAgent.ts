import { useCallback, useState } from 'react';
import type { ApiError } from '../api/errors';
import {
  hasEnded,
  type Accepted,
  type CreateCanvasBody,
  type JobStatusAnswer,
  type ModifyCanvasBody,
  type ResultAnswer,
} from '../api/types';
import { isAbort } from '../api/errors';
import type { TrackedJob } from '../jobs/trackedJob';
import { useAtelier, useIsAuthenticated } from './AtelierProvider';
import { showResult } from './requests/showResult';
import { showStatus } from './requests/showStatus';
import { asApiError } from './useAsked';
import { useJob } from './useJob';

export type CreateOptions = Omit<CreateCanvasBody, 'instructions'>;
export type ModifyOptions = Omit<ModifyCanvasBody, 'canvas_id' | 'instructions'>;

/**
 * What a component needs to have canvases drawn. All calls reject with an `ApiError`, which is also
 * kept in `error`; answers have the form of the wire.
 */
export interface AIAgent {
  createCanvas: (wish: string | CreateCanvasBody, options?: CreateOptions) => Promise<Accepted>;
  modifyCanvas: (
    wish: string | ModifyCanvasBody,
    instructions?: string,
    options?: ModifyOptions,
  ) => Promise<Accepted>;
  getJobStatus: (jobId: string) => Promise<JobStatusAnswer>;
  getJobResult: (jobId: string) => Promise<ResultAnswer>;
  /** Calls off a job; without an id the one that was started here last. */
  cancel: (jobId?: string) => Promise<void>;
  /** Gives a failed or cancelled job another go. */
  retry: (jobId?: string) => Promise<void>;
  /** From the wish until the job that it started has ended. */
  isLoading: boolean;
  /** While a wish is on its way to the service. */
  isSubmitting: boolean;
  error: ApiError | null;
  clearError: () => void;
  isAuthenticated: boolean;
  /** The job that was started here last, live. */
  job: TrackedJob | null;
}

export function useAIAgent(): AIAgent {
  const atelier = useAtelier();
  const isAuthenticated = useIsAuthenticated();
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [submitting, setSubmitting] = useState(0);
  const { job } = useJob(jobId);

  const trying = useCallback(async <T>(call: () => Promise<T>): Promise<T> => {
    setError(null);
    try {
      return await call();
    } catch (cause) {
      const problem = asApiError(cause);
      if (!isAbort(cause)) {
        setError(problem);
      }
      throw problem;
    }
  }, []);

  const submit = useCallback(
    async (send: () => Promise<Accepted>): Promise<Accepted> => {
      setSubmitting((count) => count + 1);
      try {
        const accepted = await trying(send);
        setJobId(accepted.job_id);
        return accepted;
      } finally {
        setSubmitting((count) => count - 1);
      }
    },
    [trying],
  );

  const createCanvas = useCallback<AIAgent['createCanvas']>(
    (wish, options) =>
      submit(() =>
        atelier.create(typeof wish === 'string' ? { ...options, instructions: wish } : wish),
      ),
    [atelier, submit],
  );
  const modifyCanvas = useCallback<AIAgent['modifyCanvas']>(
    (wish, instructions = '', options) =>
      submit(() =>
        atelier.modify(
          typeof wish === 'string' ? { ...options, canvas_id: wish, instructions } : wish,
        ),
      ),
    [atelier, submit],
  );
  const getJobStatus = useCallback(
    (id: string) => trying(() => showStatus(atelier.api, id)),
    [atelier, trying],
  );
  const getJobResult = useCallback(
    (id: string) => trying(() => showResult(atelier.api, id)),
    [atelier, trying],
  );
  const cancel = useCallback(
    async (id = jobId) => (id === null ? undefined : trying(() => atelier.cancel(id))),
    [atelier, trying, jobId],
  );
  const retry = useCallback(
    async (id = jobId) => (id === null ? undefined : trying(() => atelier.retry(id))),
    [atelier, trying, jobId],
  );

  return {
    createCanvas,
    modifyCanvas,
    getJobStatus,
    getJobResult,
    cancel,
    retry,
    isLoading: submitting > 0 || (job !== null && !hasEnded(job)),
    isSubmitting: submitting > 0,
    error,
    clearError: useCallback(() => setError(null), []),
    isAuthenticated,
    job,
  };
}
