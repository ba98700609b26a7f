import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ApiError } from '../../shared/api/errors';
import { hasEnded, type HistoryEvent, type Job } from '../../shared/api/types';
import { titleOf } from '../../shared/jobs/naming';
import type { Move } from '../../shared/job-table/moves';
import { useMessages } from '../../shared/text/useMessages';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { BackIcon } from '../../shared/ui/icons';
import { Page, Section } from '../../shared/ui/Page';
import { useNow } from '../../shared/ui/useNow';
import { AskedFor } from './AskedFor';
import { Attempts } from './Attempts';
import { JobFacts } from './JobFacts';
import styles from './JobView.module.css';
import { shortened } from './shortened';
import { StatePanel } from './StatePanel';
import { Timeline } from './Timeline';
import { Webhooks } from './Webhooks';

const LIVELY_MS = 1_000;
const CALM_MS = 15_000;

interface JobViewProps {
  job: Job;
  history: HistoryEvent[] | null;
  historyError: ApiError | null;
  moves: readonly Move[];
  busy: boolean;
  error: ApiError | null;
  onMove: (move: Move) => void;
  onDismiss: () => void;
  back: { to: string; label: string };
  /** Whether somebody looks at a job that may be another's. */
  anybodys?: boolean;
}

/** All that is known about one job. */
export function JobView({ job, history, anybodys = false, ...props }: JobViewProps): ReactNode {
  const { jobPage: text } = useMessages();
  const now = useNow(hasEnded(job) ? CALM_MS : LIVELY_MS);
  return (
    <Page
      title={shortened(titleOf(job))}
      above={
        <Link to={props.back.to} className={styles.back ?? ''}>
          <BackIcon />
          {props.back.label}
        </Link>
      }
    >
      {props.error !== null && <ErrorBanner error={props.error} onDismiss={props.onDismiss} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <StatePanel
            job={job}
            now={now}
            moves={props.moves}
            busy={props.busy}
            onMove={props.onMove}
            studio={anybodys ? null : `/studio/${job.id}`}
          />
          <Section title={text.timeline}>
            {props.historyError !== null && <ErrorBanner error={props.historyError} />}
            {history !== null && <Timeline events={history} />}
          </Section>
          <Section title={text.attempts}>
            <Attempts attempts={job.attempts} />
          </Section>
          {job.webhook !== null && <Webhooks id={job.id} webhook={job.webhook} now={now} />}
        </div>
        <div className={styles.column}>
          <AskedFor job={job} />
          <JobFacts job={job} now={now} owner={anybodys} />
        </div>
      </div>
    </Page>
  );
}
