import type { ReactNode } from 'react';
import { Statistics } from '../../features/statistics';
import { EverybodysJobs, Health, Providers, Workers } from '../../features/system';
import { useMessages } from '../../shared/text/useMessages';
import { Page } from '../../shared/ui/Page';
import { AdminOnly } from '../AdminOnly';
import styles from './SystemPage.module.css';

export default function SystemPage(): ReactNode {
  const { system: text } = useMessages();
  return (
    <AdminOnly>
      <Page title={text.title} intro={text.intro}>
        <div className={styles.state}>
          <Health />
          <div className={styles.side}>
            <Workers />
            <Providers />
          </div>
        </div>
        <Statistics scope="all" />
        <EverybodysJobs />
      </Page>
    </AdminOnly>
  );
}
