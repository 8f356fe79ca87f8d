import type { ProviderAPI } from '@wix/dashboard/provider';
import type { DashboardModal } from '../host/manifest';

type CloseData = Parameters<ProviderAPI['closeModal']>[0];
type Closed = ReturnType<ProviderAPI['openModal']>['modalClosed'];

const DEFAULT_WIDTH_PX = 600;
const DEFAULT_HEIGHT_PX = 400;

/** Opens an app's modal over the page. Escape and a click beside it close it with nothing. */
export function openModal(modal: DashboardModal, address: string): { readonly closed: Closed; readonly close: (data?: CloseData) => void } {
  const dialog = document.createElement('dialog');
  dialog.className = 'modal';
  dialog.setAttribute('aria-label', modal.title);
  dialog.style.width = `${String(modal.widthPx ?? DEFAULT_WIDTH_PX)}px`;
  dialog.style.height = `${String(modal.heightPx ?? DEFAULT_HEIGHT_PX)}px`;
  const frame = document.createElement('iframe');
  frame.title = modal.title;
  frame.src = address;
  dialog.append(frame);
  document.body.append(dialog);
  let result: CloseData;
  const closed = new Promise<CloseData>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(result);
    });
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.showModal();
  const close = (data?: CloseData): void => {
    result = data;
    dialog.close();
  };
  // A modal closed with nothing gives nothing; the SDK's type leaves that case out.
  return { closed: closed as Closed, close };
}
