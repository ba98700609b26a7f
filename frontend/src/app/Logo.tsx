import type { ReactNode } from 'react';
import styles from './Logo.module.css';

/** Two shapes and the arrow between them: what is made here. */
export function Logo(): ReactNode {
  return (
    <svg className={styles.logo} width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect className={styles.ground} width="26" height="26" rx="7" />
      <rect className={styles.shape} x="5" y="5.5" width="8" height="6" rx="1.8" />
      <circle className={styles.shape} cx="18" cy="18" r="3.4" />
      <path className={styles.line} d="M9 11.5v6.5h5.2" />
    </svg>
  );
}
