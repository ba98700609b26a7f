import { initializeApp } from '@firebase/app';
import {
  browserLocalPersistence,
  browserPopupRedirectResolver,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
  type User,
} from '@firebase/auth';
import type { SignInConfig } from '../api/types';
import { SessionHolder, type FirebaseSession, type SessionState } from './session';

export type FirebaseConfig = Exclude<SignInConfig, { kind: 'development' }>;

/** The emulator takes any key, but the SDK wants one. */
const ANY_KEY = 'emulator';

/** Sign-in by the real Firebase SDK. This module is loaded only where it is configured. */
export function firebaseSession(config: FirebaseConfig): FirebaseSession {
  const app = initializeApp({
    projectId: config.project_id,
    apiKey: config.kind === 'firebase' ? (config.api_key ?? '') : ANY_KEY,
    ...(config.kind === 'firebase' ? { authDomain: config.auth_domain } : { authDomain: config.host }),
  });
  const auth = initializeAuth(app, {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
    popupRedirectResolver: browserPopupRedirectResolver,
  });
  if (config.kind === 'firebase_emulator') {
    connectAuthEmulator(auth, `http://${config.host}`, { disableWarnings: true });
  }

  const holder = new SessionHolder({ phase: 'starting' });
  onIdTokenChanged(auth, (user) => {
    void stateOf(user).then((state) => holder.set(state));
  });

  return {
    kind: 'firebase',
    state: holder.state,
    subscribe: holder.subscribe,
    async getToken({ forceRefresh }) {
      await auth.authStateReady();
      return auth.currentUser === null ? null : auth.currentUser.getIdToken(forceRefresh);
    },
    async signIn(email, password) {
      await signInWithEmailAndPassword(auth, email, password);
    },
    async signUp(email, password) {
      await createUserWithEmailAndPassword(auth, email, password);
    },
    async signInWithGoogle() {
      await signInWithPopup(auth, new GoogleAuthProvider());
    },
    sendPasswordReset: (email) => sendPasswordResetEmail(auth, email),
    signOut: () => signOut(auth),
  };
}

async function stateOf(user: User | null): Promise<SessionState> {
  if (user === null) {
    return { phase: 'signed_out' };
  }
  const { claims } = await user.getIdTokenResult();
  return {
    phase: 'signed_in',
    user: {
      id: user.uid,
      name: user.displayName ?? user.email ?? user.uid,
      isAdmin: claims.admin === true,
    },
  };
}
