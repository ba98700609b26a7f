import { Progress } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './ProgressBar.module.css';
import { classes } from './classes';

interface ProgressBarProps {
  label: string;
  /** Percent; null while nobody can tell. */
  value: number | null;
}

export function ProgressBar({ label, value }: ProgressBarProps): ReactNode {
  return (
    <Progress.Root className={styles.track} value={value} aria-label={label}>
      <Progress.Indicator
        className={classes(styles.bar, value === null && styles.unknown)}
        style={value === null ? undefined : { transform: `scaleX(${Math.max(value, 2) / 100})` }}
      />
    </Progress.Root>
  );
}
