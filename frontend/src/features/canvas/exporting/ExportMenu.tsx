import { useState, type ReactNode, type RefObject } from 'react';
import { useAtelier } from '../../../shared/atelier/AtelierProvider';
import { useMessages } from '../../../shared/text/useMessages';
import { Button } from '../../../shared/ui/Button';
import { DownloadIcon } from '../../../shared/ui/icons';
import { Menu, MenuItem, MenuLine } from '../../../shared/ui/Menu';
import styles from '../Workspace.module.css';
import { download } from './download';
import { EXTENSIONS, fetchDocument, type DocumentFormat } from './fetchDocument';
import { fileName } from './fileName';

/** The whole drawing as a picture, whatever is on the screen. */
export type TakePicture = () => Promise<Blob>;

interface ExportMenuProps {
  canvasId: string;
  title: string;
  picture: RefObject<TakePicture | null>;
  tell: (words: string) => void;
}

export function ExportMenu({ canvasId, title, picture, tell }: ExportMenuProps): ReactNode {
  const { api } = useAtelier();
  const text = useMessages().canvas;
  const [busy, setBusy] = useState(false);

  const run = (work: () => Promise<void>) => (): void => {
    setBusy(true);
    work()
      .catch(() => tell(text.exportFailed))
      .finally(() => setBusy(false));
  };
  const take = (): Promise<Blob> => picture.current?.() ?? Promise.reject(new Error('there is no stage'));
  const png = run(async () => download(await take(), fileName(title, 'png')));
  const file = (format: DocumentFormat) =>
    run(async () => download(await fetchDocument(api, canvasId, format), fileName(title, EXTENSIONS[format])));
  const copy = run(async () => {
    // The promise, not the picture: Safari forgets the click while it is waited for.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': take() })]);
    tell(text.copied);
  });

  return (
    <Menu
      trigger={
        <Button size="small" busy={busy} aria-label={text.export} className={styles.export}>
          <DownloadIcon /> <span className={styles.wide}>{text.export}</span>
        </Button>
      }
    >
      <MenuItem onSelect={png}>{text.png}</MenuItem>
      <MenuItem onSelect={file('svg')}>{text.svg}</MenuItem>
      <MenuItem onSelect={file('excalidraw')}>{text.excalidraw}</MenuItem>
      <MenuItem onSelect={file('mermaid')}>{text.mermaid}</MenuItem>
      {canCopy() && (
        <>
          <MenuLine />
          <MenuItem onSelect={copy}>{text.copyPng}</MenuItem>
        </>
      )}
    </Menu>
  );
}

/** Only pages on TLS or on the machine itself have a clipboard. */
function canCopy(): boolean {
  return typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator;
}
