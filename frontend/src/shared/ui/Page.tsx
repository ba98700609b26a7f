import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  intro?: ReactNode;
  /** A way back, for one. */
  above?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page to read from top to bottom, with its one heading. */
export function Page({ title, intro, above, actions, children }: PageProps): ReactNode {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.words}>
          {above}
          <h1 className={styles.title}>{title}</h1>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Without a frame around what is in it. */
  bare?: boolean;
}

/** A part of a page, with its heading. */
export function Section({ title, aside, children, bare = false }: SectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <div className={styles.line}>
        <h2 className={styles.heading}>{title}</h2>
        {aside}
      </div>
      <div className={bare ? undefined : styles.card}>{children}</div>
    </section>
  );
}
