import { useState, type ReactNode } from 'react';

interface Props {
  base: string;
  token: string;
  onToken: (token: string) => void;
}

/** The token that all requests of the page carry. In development the service gives one to anybody. */
export function Authorize({ base, token, onToken }: Props): ReactNode {
  const [user, setUser] = useState('dev');
  const [isAdmin, setAdmin] = useState(false);
  const [said, setSaid] = useState('');

  async function ask(): Promise<void> {
    const answer = await fetch(`${base}/dev/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user, admin: isAdmin }),
    });
    if (answer.ok) {
      const { token: given } = (await answer.json()) as { token: string };
      onToken(given);
      setSaid(`You are ${user}${isAdmin ? ', an administrator' : ''}, for a day.`);
    } else {
      setSaid('There are no development tokens here: paste a Firebase ID token of your project instead.');
    }
  }

  return (
    <section className="card" aria-labelledby="authorize">
      <h2 id="authorize">Authorize</h2>
      <p>
        In development, this machine gives a token to any name that you choose. In production it is the Firebase ID token of a
        signed-in user, which <code>getIdToken()</code> of the Firebase SDK returns.
      </p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <label>
          User <input value={user} onChange={(event) => setUser(event.target.value)} />
        </label>
        <label>
          <input type="checkbox" checked={isAdmin} onChange={(event) => setAdmin(event.target.checked)} /> Administrator
        </label>
        <button type="submit">Get a development token</button>
      </form>
      <label>
        Token <input className="wide" value={token} onChange={(event) => onToken(event.target.value.trim())} autoComplete="off" />
      </label>
      <p role="status">{said}</p>
    </section>
  );
}
