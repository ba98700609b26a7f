import { useState, type ReactNode } from 'react';
import type { FirebaseSession } from '../../shared/auth/session';
import { useMessages } from '../../shared/text/useMessages';
import { Banner } from '../../shared/ui/Banner';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/TextField';
import { GoogleIcon } from './GoogleIcon';
import { reasonOf } from './reasonOf';
import styles from './SignInForm.module.css';

type Notice = { tone: 'bad' | 'good'; words: string } | null;

/** Sign-in with e-mail and password, or with Google. */
export function SignInForm({ session }: { session: FirebaseSession }): ReactNode {
  const text = useMessages().signIn;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isNew, setIsNew] = useState(false);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>(null);

  const attempt = (action: () => Promise<void>, success: string | null = null): void => {
    setBusy(true);
    setNotice(null);
    action()
      .then(
        () => setNotice(success === null ? null : { tone: 'good', words: success }),
        (cause: unknown) => {
          const words = reasonOf(cause, text);
          setNotice(words === null ? null : { tone: 'bad', words });
        },
      )
      .finally(() => setBusy(false));
  };
  const reset = (): void =>
    email === ''
      ? setNotice({ tone: 'bad', words: text.emailFirst })
      : attempt(() => session.sendPasswordReset(email), text.resetSent(email));

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        attempt(() => (isNew ? session.signUp : session.signIn)(email, password));
      }}
    >
      <Button busy={busy} onClick={() => attempt(() => session.signInWithGoogle())}>
        <GoogleIcon /> {text.google}
      </Button>
      <p className={styles.or}>{text.or}</p>
      <TextField
        label={text.email}
        type="email"
        autoComplete="email"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={text.password}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        minLength={6}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {notice !== null && <Banner tone={notice.tone} title={notice.words} />}
      <Button look="primary" type="submit" busy={busy}>
        {isNew ? text.signUp : text.signIn}
      </Button>
      <div className={styles.others}>
        <Button look="quiet" size="small" onClick={() => setIsNew(!isNew)}>
          {isNew ? text.toSignIn : text.toSignUp}
        </Button>
        {!isNew && (
          <Button look="quiet" size="small" busy={busy} onClick={reset}>
            {text.forgot}
          </Button>
        )}
      </div>
    </form>
  );
}
