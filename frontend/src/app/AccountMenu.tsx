import type { ReactNode } from 'react';
import type { DevelopmentSession, FirebaseSession, SignedInUser } from '../shared/auth/session';
import { useMessages } from '../shared/text/useMessages';
import { IconButton } from '../shared/ui/Button';
import { UserIcon } from '../shared/ui/icons';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../shared/ui/Menu';
import { useSignedIn } from './signedIn';

export function AccountMenu(): ReactNode {
  const text = useMessages();
  const { session, user } = useSignedIn();
  return (
    <Menu
      trigger={
        <IconButton label={text.shell.account}>
          <UserIcon />
        </IconButton>
      }
    >
      <MenuLabel>{text.signIn.as(user.name)}</MenuLabel>
      {session.kind === 'development' ? (
        <Developers session={session} user={user} />
      ) : (
        <SignOut session={session} />
      )}
    </Menu>
  );
}

function SignOut({ session }: { session: FirebaseSession }): ReactNode {
  const text = useMessages().signIn;
  return <MenuItem onSelect={() => void session.signOut()}>{text.signOut}</MenuItem>;
}

/** In development anybody can be anybody: two users, and one who may see everything. */
function Developers({ session, user }: { session: DevelopmentSession; user: SignedInUser }): ReactNode {
  const text = useMessages().signIn;
  return (
    <>
      <MenuLine />
      <MenuChoice
        label={text.development}
        value={user.id}
        onChange={(id) => session.become(id.replace(ADMIN, ''), id.endsWith(ADMIN))}
        choices={['dev', 'guest', `dev${ADMIN}`].map((value) => ({ value, label: value }))}
      />
    </>
  );
}

const ADMIN = ' (admin)';
