import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../shared/text/useMessages';
import styles from './NotFoundPage.module.css';

export function NotFoundPage(): ReactNode {
  const text = useMessages();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{text.shell.notFound}</h1>
      <Link to="/">{text.shell.toStart}</Link>
    </div>
  );
}
