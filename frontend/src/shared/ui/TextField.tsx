import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './TextField.module.css';

/** One line of text with its label. */
export function TextField({ label, ...rest }: ComponentProps<'input'> & { label: string }): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} {...rest} />
    </div>
  );
}
