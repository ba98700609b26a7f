import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import type { Editing } from './editing/editing';
import type { CanvasSession } from './editing/session';
import styles from './Workspace.module.css';

/** Whether what was done by hand is kept already. */
export function SaveState({ session, editing }: { session: CanvasSession | null; editing: Editing }): ReactNode {
  const text = useMessages().canvas;
  if (editing.latest === null) {
    return null;
  }
  const words =
    editing.queue.length === 0
      ? text.saved
      : editing.trouble === 'offline'
        ? text.offline
        : editing.trouble === 'failed'
          ? text.unsaved
          : text.saving;
  return (
    <span className={styles.saveState} data-trouble={editing.trouble !== null || undefined}>
      <span role="status">{words}</span>
      {editing.trouble !== null && session !== null && (
        <Button look="quiet" size="small" onClick={session.retry}>
          {text.tryAgain}
        </Button>
      )}
    </span>
  );
}
