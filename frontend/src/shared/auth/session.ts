import type { TokenProvider } from '../api/authorisedFetch';

export interface SignedInUser {
  id: string;
  name: string;
  isAdmin: boolean;
}

export type SessionState =
  | { phase: 'starting' }
  | { phase: 'signed_out' }
  | { phase: 'signed_in'; user: SignedInUser };

/** Who is signed in, and the tokens that prove it. */
interface Base {
  state: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  getToken: TokenProvider;
}

/** On a developer's machine: anybody is whoever they say they are. */
export interface DevelopmentSession extends Base {
  kind: 'development';
  become: (name: string, isAdmin: boolean) => void;
}

/** With Firebase, or its emulator. Every method rejects with Firebase's own error. */
export interface FirebaseSession extends Base {
  kind: 'firebase';
  signIn: (email: string, password: string) => Promise<void>;
  signUp: (email: string, password: string) => Promise<void>;
  signInWithGoogle: () => Promise<void>;
  sendPasswordReset: (email: string) => Promise<void>;
  signOut: () => Promise<void>;
}

export type Session = DevelopmentSession | FirebaseSession;

/** Holds a session's state and tells of its changes. */
export class SessionHolder {
  private current: SessionState;
  private readonly listeners = new Set<() => void>();

  constructor(first: SessionState) {
    this.current = first;
  }

  readonly state = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(state: SessionState): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}
