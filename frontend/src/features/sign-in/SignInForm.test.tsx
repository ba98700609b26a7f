import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FirebaseSession } from '../../shared/auth/session';
import { SignInForm } from './SignInForm';

const session = {
  kind: 'firebase',
  state: () => ({ phase: 'signed_out' }),
  subscribe: () => () => undefined,
  getToken: () => Promise.resolve(null),
  signIn: vi.fn(() => Promise.resolve()),
  signUp: vi.fn(() => Promise.resolve()),
  signInWithGoogle: vi.fn(() => Promise.resolve()),
  sendPasswordReset: vi.fn(() => Promise.resolve()),
  signOut: vi.fn(() => Promise.resolve()),
} satisfies FirebaseSession;

const user = userEvent.setup();

beforeEach(() => {
  vi.clearAllMocks();
  render(<SignInForm session={session} />);
});

async function fill(): Promise<void> {
  await user.type(screen.getByLabelText('E-mail'), 'alice@example.com');
  await user.type(screen.getByLabelText('Password'), 'correct horse');
}

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error('Firebase'), { code }));
}

describe('the sign-in form', () => {
  it('signs in by e-mail and password', async () => {
    await fill();
    await user.keyboard('{Enter}');

    expect(session.signIn).toHaveBeenCalledExactlyOnceWith('alice@example.com', 'correct horse');
  });

  it('creates an account for those who have none', async () => {
    await user.click(screen.getByRole('button', { name: 'New here? Create an account' }));
    await fill();
    await user.click(screen.getByRole('button', { name: 'Create account' }));

    expect(session.signUp).toHaveBeenCalledExactlyOnceWith('alice@example.com', 'correct horse');
  });

  it('says in words why it did not work, and nothing about which half was wrong', async () => {
    session.signIn.mockImplementationOnce(() => failing('auth/user-not-found'));
    await fill();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect((await screen.findByRole('alert')).textContent).toBe('E-mail and password do not match.');
  });

  it('takes a window that was closed for what it is', async () => {
    session.signInWithGoogle.mockImplementationOnce(() => failing('auth/popup-closed-by-user'));
    await user.click(screen.getByRole('button', { name: 'Continue with Google' }));

    expect(session.signInWithGoogle).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sends a link to those who have forgotten their password', async () => {
    await user.click(screen.getByRole('button', { name: 'Forgot your password?' }));
    expect(screen.getByRole('alert').textContent).toContain('Enter your e-mail first');

    await user.type(screen.getByLabelText('E-mail'), 'alice@example.com');
    await user.click(screen.getByRole('button', { name: 'Forgot your password?' }));

    expect(await screen.findByText(/We have sent a link to alice@example.com/)).toBeTruthy();
  });
});
