import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { IconButton } from '../../shared/ui/Button';
import { FitIcon, ListIcon, MinusIcon, PlusIcon, RedoIcon, TextIcon, TrashIcon, UndoIcon } from '../../shared/ui/icons';
import { Help } from './Help';
import styles from './Workspace.module.css';
import type { Working } from './useWorking';
import type { Looking } from './view/useView';

interface ToolbarProps {
  canUndo: boolean;
  canRedo: boolean;
  /** What would be undone was done before this page was opened, or by an AI. */
  isOlder: boolean;
  onUndo: () => void;
  onRedo: () => void;
  working: Working;
  onRemove: () => void;
  outline: { id: string; isOpen: boolean; toggle: () => void };
}

export function Toolbar({ canUndo, canRedo, isOlder, onUndo, onRedo, working, onRemove, outline }: ToolbarProps): ReactNode {
  const text = useMessages().canvas;
  return (
    <div className={styles.tools} role="group" aria-label={text.tools}>
      <IconButton label={isOlder ? text.undoLast : text.undo} disabled={!canUndo} onClick={onUndo}>
        <UndoIcon />
      </IconButton>
      <IconButton label={text.redo} disabled={!canRedo} onClick={onRedo}>
        <RedoIcon />
      </IconButton>
      <IconButton label={text.editText} disabled={!working.canWrite} onClick={() => working.write()}>
        <TextIcon />
      </IconButton>
      <IconButton label={text.remove} disabled={!working.canRemove} onClick={onRemove}>
        <TrashIcon />
      </IconButton>
      <span className={styles.between} />
      <IconButton
        label={text.list}
        aria-expanded={outline.isOpen}
        aria-controls={outline.id}
        onClick={outline.toggle}
      >
        <ListIcon />
      </IconButton>
      <Help />
    </div>
  );
}

export function ZoomTools({ looking }: { looking: Looking }): ReactNode {
  const text = useMessages().canvas;
  const percent = Math.round(looking.view.scale * 100);
  return (
    <div className={styles.zoom} role="group" aria-label={text.zoomTools}>
      <IconButton label={text.zoomOut} onClick={() => looking.step(-1)}>
        <MinusIcon />
      </IconButton>
      <IconButton label={text.actualSize(percent)} className={styles.percent} onClick={looking.actualSize}>
        {`${percent} %`}
      </IconButton>
      <IconButton label={text.zoomIn} onClick={() => looking.step(1)}>
        <PlusIcon />
      </IconButton>
      <IconButton label={text.fit} aria-pressed={looking.isFollowing} onClick={looking.fit}>
        <FitIcon />
      </IconButton>
    </div>
  );
}
