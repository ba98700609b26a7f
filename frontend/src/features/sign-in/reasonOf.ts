import type { Messages } from '../../shared/text/messages';

/** Closed by the user: nothing went wrong. */
const CALLED_OFF = ['auth/popup-closed-by-user', 'auth/cancelled-popup-request'];

/** Why sign-in did not work, in words; null if the user called it off. */
export function reasonOf(cause: unknown, text: Messages['signIn']): string | null {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return CALLED_OFF.includes(code) ? null : (text.errors[code] ?? text.failed);
}
