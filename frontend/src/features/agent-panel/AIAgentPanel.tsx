import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { DrawnResult } from '../../shared/api/types';
import { useAIAgent } from '../../shared/atelier/useAIAgent';
import { useJob } from '../../shared/atelier/useJob';
import { useJobs } from '../../shared/atelier/useJobs';
import { useMessages } from '../../shared/text/useMessages';
import { Banner } from '../../shared/ui/Banner';
import { IconButton } from '../../shared/ui/Button';
import { classes } from '../../shared/ui/classes';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { CloseIcon } from '../../shared/ui/icons';
import { History } from './History';
import { JobCard } from './JobCard';
import styles from './AIAgentPanel.module.css';
import { TargetChoice, type Target } from './TargetChoice';
import { useCompletion } from './useCompletion';
import { MAX_INSTRUCTIONS, type Wish } from './useWish';
import { WishForm } from './WishForm';

export interface AIAgentPanelProps {
  /** The job that is looked at; leave it out and the panel remembers it by itself. */
  jobId?: string | null;
  onJobChange?: (jobId: string) => void;
  /** The canvas that is open: wishes change it, unless a new one is asked for. */
  canvasId?: string | null;
  /** A job that was seen running here has drawn its canvas. */
  onCompleted?: (result: DrawnResult) => void;
  /** With it there is a button to close the panel, and Escape does so too. */
  onClose?: () => void;
  maxInstructions?: number;
  className?: string;
}

/** Says what to draw, shows how it goes, and keeps what was drawn before. */
export function AIAgentPanel(props: AIAgentPanelProps): ReactNode {
  const { canvasId = null, onJobChange, onCompleted, onClose, className } = props;
  const text = useMessages().panel;
  const agent = useAIAgent();
  const history = useJobs();
  const [remembered, setRemembered] = useState<string | null>(null);
  const chosen = props.jobId === undefined ? remembered : props.jobId;
  const { job } = useJob(chosen);
  const [target, setTarget] = useState<Target | null>(null);
  const changes = canvasId !== null && target !== 'new';
  const field = useRef<HTMLTextAreaElement>(null);
  useCompletion(job, onCompleted);

  const choose = (id: string): void => {
    setRemembered(id);
    onJobChange?.(id);
  };
  const submit = async (wish: Wish): Promise<void> => {
    const accepted = await (changes
      ? agent.modifyCanvas(canvasId, wish.instructions)
      : agent.createCanvas(wish));
    setTarget(null);
    choose(accepted.job_id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      if (agent.error !== null) {
        agent.clearError();
        field.current?.focus();
      } else {
        onClose?.();
      }
    }
  };

  return (
    // Keys that bubble up from the fields within: the section itself is nothing to be focused.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={classes(styles.panel, className)} aria-label={text.title} onKeyDown={onKeyDown}>
      {onClose !== undefined && (
        <IconButton className={styles.close} label={text.close} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      )}
      {!agent.isAuthenticated && <Banner tone="wait" title={text.signedOut} />}
      {canvasId !== null && <TargetChoice value={changes ? 'change' : 'new'} onChange={setTarget} />}
      <WishForm
        changes={changes}
        max={props.maxInstructions ?? MAX_INSTRUCTIONS}
        busy={agent.isSubmitting}
        disabled={!agent.isAuthenticated}
        showExamples={!changes && !history.isLoading && history.jobs.length < 3}
        fieldRef={field}
        onBegin={() => {
          // What was begun as a new canvas stays one, even if a job ends meanwhile and its canvas opens.
          if (canvasId === null) {
            setTarget('new');
          }
        }}
        onSubmit={submit}
      />
      {agent.error !== null && <ErrorBanner error={agent.error} onDismiss={agent.clearError} />}
      {job !== null && job.status !== 'completed' && (
        <div className={styles.job}>
          <JobCard
            key={job.id}
            job={job}
            onCancel={() => agent.cancel(job.id)}
            onRetry={() => agent.retry(job.id)}
          />
        </div>
      )}
      <div>
        <h2 className={styles.heading}>{text.history}</h2>
        {history.error === null ? (
          <History jobs={history.jobs} chosen={chosen} onChoose={choose} />
        ) : (
          <ErrorBanner error={history.error} />
        )}
      </div>
    </section>
  );
}
