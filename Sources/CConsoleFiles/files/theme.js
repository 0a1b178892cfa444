// Light, dark, or as the system has it. Kept for this browser.

const STORED = 'willcall-theme';
const NAMES = { auto: 'Auto', light: 'Light', dark: 'Dark' };

export function mount(root) {
  let theme = localStorage.getItem(STORED) ?? 'auto';
  const show = () => {
    document.documentElement.dataset.theme = theme;
    root.textContent = NAMES[theme];
    root.setAttribute('aria-label', `Theme: ${NAMES[theme]}`);
  };
  root.addEventListener('click', () => {
    theme = { auto: 'light', light: 'dark' }[theme] ?? 'auto';
    localStorage.setItem(STORED, theme);
    show();
  });
  show();
}
