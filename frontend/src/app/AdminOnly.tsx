import type { ReactNode } from 'react';
import { useMessages } from '../shared/text/useMessages';
import { Empty } from '../shared/ui/Empty';
import { Page } from '../shared/ui/Page';
import { useSignedIn } from './signedIn';

/** Spares others a page full of refusals. It is the service that refuses, not this. */
export function AdminOnly({ children }: { children: ReactNode }): ReactNode {
  const { system: text } = useMessages();
  const { user } = useSignedIn();
  return user.isAdmin ? (
    children
  ) : (
    <Page title={text.title}>
      <Empty title={text.denied}>
        <p>{text.deniedHint}</p>
      </Empty>
    </Page>
  );
}
