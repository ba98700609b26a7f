import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';

interface ConfirmRemovalProps {
  number: number;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmRemoval({ number, onConfirm, onClose }: ConfirmRemovalProps): ReactNode {
  const { jobs: text } = useMessages();
  return (
    <Dialog
      title={text.confirmRemove(number)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button look="danger" onClick={onConfirm}>
            {text.remove}
          </Button>
        </>
      }
    >
      <p>{text.confirmRemoveHint}</p>
    </Dialog>
  );
}
