import { createContext, useContext } from 'react';
import type { ServiceConfig } from '../shared/api/types';
import type { Session, SignedInUser } from '../shared/auth/session';

export interface SignedIn {
  session: Session;
  user: SignedInUser;
  limits: ServiceConfig['limits'];
}

export const SignedInContext = createContext<SignedIn | null>(null);

/** Who is here. @throws Error outside of the gate */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === null) {
    throw new Error('Nobody is signed in outside of <Gate>');
  }
  return signedIn;
}
