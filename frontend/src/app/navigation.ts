import type { Messages } from '../shared/text/messages';

interface NavigationEntry {
  path: string;
  label: (text: Messages) => string;
  /** Shown to administrators alone. The service holds it, not this list. */
  forAdmin?: true;
}

/** The pages that the header leads to, in its order. */
export const PAGES: NavigationEntry[] = [
  { path: '/', label: (text) => text.shell.studio },
  { path: '/jobs', label: (text) => text.shell.jobs },
  { path: '/statistics', label: (text) => text.shell.statistics },
  { path: '/system', label: (text) => text.shell.system, forAdmin: true },
];
