// Light, dark, or as the system has it. Kept for this browser.

import { setText } from './dom.js';

const STORED = 'willcall-theme';
const ORDER = ['system', 'light', 'dark'];
const NAMES = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function mount(root) {
  let theme = ORDER.includes(localStorage.getItem(STORED)) ? localStorage.getItem(STORED) : 'system';
  const show = () => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    setText(root, NAMES[theme]);
    root.setAttribute('aria-label', `Theme: ${NAMES[theme].toLowerCase()}`);
    root.title = 'Light, dark, or as the system has it';
  };
  root.addEventListener('click', () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    localStorage.setItem(STORED, theme);
    show();
  });
  show();
}
