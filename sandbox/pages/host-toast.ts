import type { ProviderAPI } from '@wix/dashboard/provider';

const SHOWN_MS = 6_000;
const MAX_SHOWN = 3;

export const showToast: ProviderAPI['showToast'] = ({ message, type = 'standard', timeout = 'normal', action }) => {
  const shelf = document.getElementById('toasts');
  const toast = document.createElement('div');
  toast.className = `toast ${type}`;
  const text = document.createElement('span');
  text.textContent = message;
  toast.append(text);
  if (action !== undefined) toast.append(button(action.text, () => { action.onClick(); }));
  toast.append(button('Dismiss', () => { toast.remove(); }));
  while (shelf !== null && shelf.children.length >= MAX_SHOWN) shelf.firstElementChild?.remove();
  shelf?.append(toast);
  if (timeout === 'normal') window.setTimeout(() => { toast.remove(); }, SHOWN_MS);
  return { remove: () => { toast.remove(); } };
};

function button(label: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'quiet';
  element.textContent = label;
  element.addEventListener('click', run);
  return element;
}
