import type { ReactNode } from 'react';
import type { JobStatus } from '../api/types';
import { useMessages } from '../text/useMessages';
import styles from './StatusBadge.module.css';
import { classes } from './classes';

/** A job's status in a word, and in a colour for those who see it. */
export function StatusBadge({ status }: { status: JobStatus }): ReactNode {
  const text = useMessages();
  return <span className={classes(styles.badge, styles[status])}>{text.status[status]}</span>;
}
