import type { ColorScheme, JobStatus, Style } from '../api/types';
import type { ErrorKind } from '../api/errors';
import { canvasText } from './canvas';

/** All that a person reads, in English. Another language is another object of this type. */
export const english = {
  product: 'Atelier',
  status: {
    queued: 'Waiting',
    processing: 'Drawing',
    completed: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<JobStatus, string>,
  styles: {
    modern: 'Modern',
    corporate: 'Corporate',
    creative: 'Creative',
    minimal: 'Minimal',
  } satisfies Record<Style, string>,
  colorSchemes: {
    default: 'Classic',
    pastel: 'Pastel',
    vibrant: 'Vibrant',
    monochrome: 'Mono',
  } satisfies Record<ColorScheme, string>,

  panel: {
    title: 'Draw with AI',
    wish: 'What shall we draw?',
    change: 'What shall we change?',
    target: 'What to do',
    changeThis: 'Change this canvas',
    newCanvas: 'New canvas',
    placeholder: 'A login flow: enter e-mail, check the password, then show the dashboard',
    placeholderChange: 'Add a step that checks the stock after “Cart”',
    counter: (used: number, most: number) => `${count(used)} of ${count(most)} characters`,
    tooLong: (over: number) => `${count(over)} ${plural(over, 'character', 'characters')} too many`,
    empty: 'Say in a few words what to draw.',
    style: 'Style',
    colors: 'Colours',
    draw: 'Draw',
    apply: 'Change it',
    sending: 'Sending…',
    shortcut: (mac: boolean) => (mac ? '⌘ Enter' : 'Ctrl + Enter'),
    examplesTitle: 'Try one of these',
    examples: [
      { name: 'Password reset', words: 'Login flow with password reset' },
      { name: 'Mind map', words: 'Mind map of remote work: focus, tools, people, health' },
      { name: 'Timeline', words: 'Timeline of the space race: 1957 Sputnik, 1961 Gagarin, 1969 Apollo 11' },
      {
        name: 'Decision',
        words: 'Order process: check the stock. If it is there, pack and ship it, otherwise tell the customer',
      },
    ],
    history: 'Earlier',
    historyEmpty: 'What you have drawn will be listed here.',
    signedOut: 'Sign in to have something drawn.',
    close: 'Close',
  },

  job: {
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    retry: 'Try again',
    retrying: 'Starting again…',
    forget: 'Remove from the list',
    progress: 'Progress',
    next: 'Next in line',
    ahead: (jobs: number) => `${count(jobs)} ${plural(jobs, 'job', 'jobs')} ahead`,
    waiting: {
      queue: 'Waiting for a free place',
      scheduled: 'Waiting for its time',
      retry_backoff: 'It will be tried again by itself',
      user_limit: 'Waiting for your other jobs',
      provider_paused: 'The AI provider is taking a break',
    },
    starting: 'Starting',
    attempt: (number: number, most: number) => `Attempt ${number} of ${most}`,
    failedTitle: 'It could not be drawn',
    failedHint: 'Try again, or say it in other words.',
    cancelledTitle: 'Cancelled',
    objects: (number: number) => `${count(number)} ${plural(number, 'object', 'objects')}`,
    startsIn: (time: string) => `starts in ${time}`,
    left: (time: string) => `${time} left`,
    soon: 'a few seconds',
    seconds: (number: number) => `about ${count(number)} s`,
    minutes: (number: number) => `about ${count(number)} min`,
  },

  errors: {
    network: {
      title: 'The service cannot be reached',
      hint: 'Check your connection, then try again. Nothing is lost: what you wrote is still here.',
    },
    timeout: {
      title: 'The service did not answer in time',
      hint: 'Try again in a moment. A wish that arrived after all is not drawn twice.',
    },
    unauthenticated: { title: 'You are signed out', hint: 'Sign in again, then repeat it.' },
    forbidden: { title: 'You may not do this', hint: 'Ask an administrator for access.' },
    not_found: { title: 'It is not here any more', hint: 'It may have been deleted meanwhile.' },
    conflict: { title: 'Too late for that', hint: 'It has changed meanwhile; what you see now is how it stands.' },
    invalid: { title: 'That cannot be drawn as it is', hint: 'Please mend what is marked and try again.' },
    rate_limited: { title: 'That was a bit fast', hint: 'Wait a moment, then try again.' },
    job_failed: { title: 'It could not be drawn', hint: 'Try again, or say it in other words.' },
    unavailable: { title: 'The service is not available right now', hint: 'Try again in a few seconds.' },
    unexpected: { title: 'Something went wrong', hint: 'Try again. If it happens again, tell us when it did.' },
  } satisfies Record<ErrorKind, { title: string; hint: string }>,
  retryIn: (seconds: number) => `Try again in ${count(seconds)} ${plural(seconds, 'second', 'seconds')}.`,
  dismiss: 'Dismiss',

  connection: {
    live: 'Live',
    polling: 'Updating every few seconds',
    connecting: 'Connecting…',
    waiting: 'Connection lost. Trying again…',
    offline: 'You are offline. Updates come as soon as you are back.',
    reconnect: 'Try now',
  },

  canvas: canvasText,

  signIn: {
    title: 'Sign in to Atelier',
    subtitle: 'Describe it. Watch it being drawn.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signUp: 'Create account',
    toSignUp: 'New here? Create an account',
    toSignIn: 'You have an account? Sign in',
    google: 'Continue with Google',
    or: 'or',
    forgot: 'Forgot your password?',
    resetSent: (email: string) => `We have sent a link to ${email}. With it you set a new password.`,
    emailFirst: 'Enter your e-mail first; the link goes there.',
    signOut: 'Sign out',
    starting: 'Starting…',
    notConfigured: 'Sign-in is not set up yet',
    notConfiguredHint: 'Whoever runs this service must set FIREBASE_API_KEY.',
    unreachable: 'Atelier cannot be reached',
    unreachableHint: 'The service may be starting. We keep trying.',
    errors: {
      'auth/invalid-credential': 'E-mail and password do not match.',
      'auth/wrong-password': 'E-mail and password do not match.',
      'auth/user-not-found': 'E-mail and password do not match.',
      'auth/invalid-email': 'This is not an e-mail address.',
      'auth/missing-password': 'Enter your password.',
      'auth/email-already-in-use': 'There is an account with this e-mail already. Sign in instead.',
      'auth/weak-password': 'Choose a longer password: six characters at least.',
      'auth/popup-blocked': 'Your browser has blocked the window. Allow pop-ups and try again.',
      'auth/too-many-requests': 'Too many attempts. Wait a few minutes, then try again.',
      'auth/network-request-failed': 'The sign-in service cannot be reached. Check your connection.',
    } as Record<string, string>,
    failed: 'Sign-in did not work. Try again.',
    development: 'Development',
    as: (user: string) => `Signed in as ${user}`,
    admin: 'Administrator',
    switchUser: 'Use another name',
    userName: 'Name',
    use: 'Use it',
  },

  shell: {
    skip: 'Skip to content',
    nav: 'Pages',
    studio: 'Studio',
    account: 'Account',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    newCanvas: 'New canvas',
    crashed: 'This page has stumbled',
    crashedHint: 'Reload it. Jobs go on meanwhile; nothing is lost.',
    reload: 'Reload',
    notFound: 'There is no such page',
    toStart: 'Start a new one',
  },
};

export type Messages = typeof english;

function count(number: number): string {
  return number.toLocaleString('en');
}

function plural(number: number, one: string, other: string): string {
  return number === 1 ? one : other;
}
