import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { AlertIcon, CloseIcon } from './icons';
import styles from './Banner.module.css';
import { classes } from './classes';

interface BannerProps {
  tone?: 'bad' | 'wait' | 'good';
  title: string;
  children?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  dismiss?: { label: string; onDismiss: () => void };
}

/** Something happened that must be known: told at once to a screen reader too. */
export function Banner({ tone = 'bad', title, children, actions, dismiss }: BannerProps): ReactNode {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={classes(styles.banner, styles[tone])}>
      <AlertIcon className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.text}>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {dismiss !== undefined && (
        <IconButton size="small" label={dismiss.label} onClick={dismiss.onDismiss}>
          <CloseIcon />
        </IconButton>
      )}
    </div>
  );
}
