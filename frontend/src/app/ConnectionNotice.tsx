import type { ReactNode } from 'react';
import { useConnection } from '../shared/atelier/useConnection';
import { useMessages } from '../shared/text/useMessages';
import { Button } from '../shared/ui/Button';
import { classes } from '../shared/ui/classes';
import styles from './ConnectionNotice.module.css';

/** Says how live the page is: quietly while all is well, in words when it is not. */
export function ConnectionNotice(): ReactNode {
  const text = useMessages().connection;
  const connection = useConnection();
  switch (connection.phase) {
    case 'live':
      return <Notice words={connection.transport === 'polling' ? text.polling : text.live} tone="good" />;
    case 'offline':
      return <Notice words={text.offline} tone="wait" />;
    case 'waiting':
      return (
        <>
          <Notice words={text.waiting} tone="wait" />
          <Button size="small" look="quiet" onClick={connection.reconnect}>
            {text.reconnect}
          </Button>
        </>
      );
    case 'connecting':
    case 'idle':
    case 'signed_out':
      return <Notice words="" tone="none" />;
  }
}

function Notice({ words, tone }: { words: string; tone: 'good' | 'wait' | 'none' }): ReactNode {
  return (
    <p role="status" className={classes(styles.notice, styles[tone])}>
      <span className={styles.words}>{words}</span>
    </p>
  );
}
