import type { ReactNode } from 'react';
import { Statistics } from '../../features/statistics';
import { useMessages } from '../../shared/text/useMessages';
import { Page } from '../../shared/ui/Page';

export default function StatisticsPage(): ReactNode {
  const { statistics: text } = useMessages();
  return (
    <Page title={text.title} intro={text.intro}>
      <Statistics scope="mine" />
    </Page>
  );
}
