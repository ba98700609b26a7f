// Before anything is painted: the theme that was chosen, if one was (see src/app/theme.ts).
(function () {
  try {
    var theme = localStorage.getItem('atelier.theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // No storage, no choice.
  }
})();
