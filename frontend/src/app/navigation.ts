import type { Messages } from '../shared/text/messages';

/** The pages that the header leads to, in its order. */
export const PAGES: { path: string; label: (text: Messages) => string }[] = [
  { path: '/', label: (text) => text.shell.studio },
];
