import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import styles from './SignInCard.module.css';

/** The page before there is a page: the name of the product, and what must be done first. */
export function SignInCard({ children }: { children: ReactNode }): ReactNode {
  const text = useMessages().signIn;
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{text.title}</h1>
        <p className={styles.subtitle}>{text.subtitle}</p>
        {children}
      </div>
    </main>
  );
}
