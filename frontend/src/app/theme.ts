export type Theme = 'system' | 'light' | 'dark';

/** The same as in `public/theme.js`, which applies it before anything is painted. */
const STORED = 'atelier.theme';

export function storedTheme(): Theme {
  const stored = window.localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    window.localStorage.removeItem(STORED);
    delete document.documentElement.dataset.theme;
  } else {
    window.localStorage.setItem(STORED, theme);
    document.documentElement.dataset.theme = theme;
  }
}
