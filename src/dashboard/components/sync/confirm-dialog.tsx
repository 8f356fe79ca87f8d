import { CustomModalLayout, Modal } from '@wix/design-system';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button does, as a verb; never "OK". */
  readonly action: string;
  readonly busy: boolean;
  readonly destructive?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what is about to happen before it does. Mounted only while open, so the focus comes back by itself. */
export function ConfirmDialog({ title, children, action, busy, destructive = false, onConfirm, onClose }: Props): JSX.Element {
  return (
    <Modal isOpen contentLabel={title} onRequestClose={onClose} shouldCloseOnOverlayClick screen="desktop">
      <CustomModalLayout
        width="min(600px, calc(100vw - 24px))"
        title={title}
        skin={destructive ? 'destructive' : 'standard'}
        closeButtonProps={{ onClick: onClose }}
        primaryButtonText={busy ? 'One moment…' : action}
        primaryButtonProps={{ disabled: busy }}
        primaryButtonOnClick={onConfirm}
        secondaryButtonText="Not now"
        secondaryButtonOnClick={onClose}
      >
        {children}
      </CustomModalLayout>
    </Modal>
  );
}
