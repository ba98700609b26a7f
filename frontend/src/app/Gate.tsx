import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { SignInCard, SignInForm } from '../features/sign-in';
import { AtelierProvider } from '../shared/atelier/AtelierProvider';
import { openSession, type Opened } from '../shared/auth/openSession';
import type { Session } from '../shared/auth/session';
import { useMessages } from '../shared/text/useMessages';
import { Banner } from '../shared/ui/Banner';
import { SignedInContext } from './signedIn';

const RETRY_MS = 3_000;

/** Lets in who is signed in. Asks the service how to do that, until it answers. */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const text = useMessages().signIn;
  const { opened, failed } = useOpened();

  if (opened === null) {
    return failed ? (
      <SignInCard>
        <Banner title={text.unreachable}>
          <p>{text.unreachableHint}</p>
        </Banner>
      </SignInCard>
    ) : null;
  }
  if (opened.session === null) {
    return (
      <SignInCard>
        <Banner title={text.notConfigured}>
          <p>{text.notConfiguredHint}</p>
        </Banner>
      </SignInCard>
    );
  }
  return (
    <Inside opened={opened} session={opened.session}>
      {children}
    </Inside>
  );
}

interface InsideProps {
  opened: Opened;
  session: Session;
  children: ReactNode;
}

function Inside({ opened, session, children }: InsideProps): ReactNode {
  const state = useSyncExternalStore(session.subscribe, session.state);
  switch (state.phase) {
    case 'starting':
      return null;
    case 'signed_out':
      return (
        <SignInCard>{session.kind === 'firebase' && <SignInForm session={session} />}</SignInCard>
      );
    case 'signed_in':
      return (
        <SignedInContext value={{ session, user: state.user, limits: opened.config.limits }}>
          <AtelierProvider getToken={session.getToken} user={state.user.id}>
            {children}
          </AtelierProvider>
        </SignedInContext>
      );
  }
}

function useOpened(): { opened: Opened | null; failed: boolean } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    openSession().then(
      (answer) => wanted && setOpened(answer),
      () => {
        if (wanted) {
          timer = setTimeout(() => setFailures((count) => count + 1), failures === 0 ? 0 : RETRY_MS);
        }
      },
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [failures]);
  return { opened, failed: failures > 0 };
}
