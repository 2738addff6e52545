/** Light or dark: as the system is, until the reader says otherwise. */

const KEY = 'crease-theme';

/** `light` or `dark`. */
export function currentTheme() {
  return document.documentElement.dataset.theme;
}

/** Goes to the other one, and stays there. */
export function toggleTheme() {
  apply(currentTheme() === 'dark' ? 'light' : 'dark');
  localStorage.setItem(KEY, currentTheme());
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

apply(localStorage.getItem(KEY) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
