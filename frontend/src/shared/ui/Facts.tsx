import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and what they stand for, in two columns. */
export function Facts({ facts }: { facts: { name: string; value: ReactNode; hint?: string }[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            {value}
            {hint !== undefined && <span className={styles.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
