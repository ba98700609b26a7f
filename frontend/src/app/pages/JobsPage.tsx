import type { ReactNode } from 'react';
import { JobList } from '../../features/job-list';
import { useMessages } from '../../shared/text/useMessages';
import { Page } from '../../shared/ui/Page';

export default function JobsPage(): ReactNode {
  const { jobs: text } = useMessages();
  return (
    <Page title={text.title} intro={text.intro}>
      <JobList />
    </Page>
  );
}
