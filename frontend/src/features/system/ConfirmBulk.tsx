import type { ReactNode } from 'react';
import type { Job } from '../../shared/api/types';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { affected, inWords, LIMIT, type BulkMove, type BulkTarget } from './bulk';

interface ConfirmBulkProps {
  move: BulkMove;
  target: BulkTarget;
  /** Those that are listed. */
  jobs: Job[];
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says how many jobs, which ones and what will happen to them, and asks. */
export function ConfirmBulk({ move, target, jobs, busy, onConfirm, onClose }: ConfirmBulkProps): ReactNode {
  const messages = useMessages();
  const { system: text } = messages;
  return (
    <Dialog
      title={move === 'retry' ? text.confirmRetry : text.confirmCancel}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button look={move === 'retry' ? 'primary' : 'danger'} busy={busy} onClick={onConfirm}>
            {busy ? text.working : move === 'retry' ? text.retryNow : text.cancelNow}
          </Button>
        </>
      }
    >
      {target.kind === 'selected' ? (
        <p>{text.whichSelected(target.ids.length)}</p>
      ) : (
        <>
          <p>{text.whichMatching(inWords(move, target.filters, messages))}</p>
          <p>{`${text.atLeast(affected(move, target.filters, jobs))} ${text.oneRound(LIMIT)}`}</p>
        </>
      )}
      <p>{move === 'retry' ? text.retryEffect : text.cancelEffect}</p>
    </Dialog>
  );
}
