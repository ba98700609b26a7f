import type { ReactNode } from 'react';
import type { JobStatus } from '../../shared/api/types';
import { useMessages } from '../../shared/text/useMessages';
import { classes } from '../../shared/ui/classes';
import styles from './CanvasPlaceholder.module.css';

/** What is missing until there is a canvas to be seen. */
type Missing = 'wish' | 'answer' | JobStatus;

export function CanvasPlaceholder({ waitsFor }: { waitsFor: Missing }): ReactNode {
  const text = useMessages().canvas;
  const words: Record<Missing, string> = {
    wish: text.empty,
    answer: text.loading,
    queued: text.waiting,
    processing: text.drawing,
    completed: text.loading,
    failed: text.failed,
    cancelled: text.failed,
  };
  const going = waitsFor === 'queued' || waitsFor === 'processing';
  return (
    <div className={styles.placeholder}>
      <Sketch going={going} />
      <p className={styles.words}>{words[waitsFor]}</p>
      {waitsFor === 'wish' && <p className={styles.hint}>{text.emptyHint}</p>}
    </div>
  );
}

/** Three shapes and the lines between them, drawn again and again while something is drawn. */
function Sketch({ going }: { going: boolean }): ReactNode {
  return (
    <svg className={classes(styles.sketch, going && styles.going)} viewBox="0 0 200 110" aria-hidden="true">
      <rect pathLength="1" x="6" y="10" width="62" height="34" rx="8" />
      <path pathLength="1" d="M68 27h32" />
      <path pathLength="1" d="M128 5l28 22-28 22-28-22z" />
      <path pathLength="1" d="M128 49v22" />
      <circle pathLength="1" cx="128" cy="88" r="17" />
    </svg>
  );
}
