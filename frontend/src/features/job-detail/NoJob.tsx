import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ApiError } from '../../shared/api/errors';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Page } from '../../shared/ui/Page';

interface NoJobProps {
  /** Null while it is asked for. */
  error: ApiError | null;
  onRetry: () => void;
  back: { to: string; label: string };
}

/** In place of a job that is not known, or not yet. */
export function NoJob({ error, onRetry, back }: NoJobProps): ReactNode {
  const { jobPage: text, jobs } = useMessages();
  if (error === null) {
    return <p className="sr-only">{text.loading}</p>;
  }
  // An id that is none belongs to no job either.
  const gone = error.kind === 'not_found' || error.kind === 'invalid';
  return (
    <Page title={text.gone}>
      {gone ? (
        <Empty title={text.goneHint}>
          <Link to={back.to}>{back.label}</Link>
        </Empty>
      ) : (
        <ErrorBanner error={error} actions={<Button size="small" onClick={onRetry}>{jobs.retry}</Button>} />
      )}
    </Page>
  );
}
