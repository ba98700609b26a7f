import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { middleOf, type Bounds } from './drawing/bounds';
import type { Words } from './drawing/item';
import { FONT, LINE_HEIGHT, wrapped } from './drawing/lettering';
import { toScreen, type View } from './view/view';
import styles from './Workspace.module.css';

interface TextEditorProps {
  box: Bounds;
  words: Words;
  view: View;
  /** With null it is to stay as it was. */
  onDone: (text: string | null) => void;
}

/** Smaller letters cannot be read, and telephones zoom the page for them. */
const LEAST_PX = 16;
const LEAST_WIDTH_PX = 150;
const MAX_LENGTH = 2000;
/** What a shape leaves free beside its words. */
const SIDES = 0.92;

/** A field over a shape, to write what it says. */
export function TextEditor({ box, words, view, onDone }: TextEditorProps): ReactNode {
  const text = useMessages().canvas;
  const [value, setValue] = useState(words.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const done = (kept: boolean): void => {
    if (isDone.current) {
      return;
    }
    isDone.current = true;
    const said = wrapped(value.trim(), Math.max((box.right - box.left) * SIDES, words.size), measureOf(words.size));
    onDone(kept && said !== '' && said !== words.text ? said : null);
  };
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      done(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      done(false);
    }
  };

  const middle = toScreen(view, middleOf(box));
  const size = Math.max(LEAST_PX, words.size * view.scale);
  const lines = value.split('\n').length;
  const width = Math.max(LEAST_WIDTH_PX, (box.right - box.left) * view.scale);
  const height = Math.max(lines * size * LINE_HEIGHT + 16, (box.bottom - box.top) * view.scale);
  return (
    <textarea
      ref={field}
      className={styles.editor}
      style={{
        left: middle.x - width / 2,
        top: middle.y - height / 2,
        width,
        height,
        fontSize: size,
        paddingTop: Math.max(6, (height - lines * size * LINE_HEIGHT) / 2 - 2),
      }}
      value={value}
      maxLength={MAX_LENGTH}
      aria-label={text.textField(words.text.replace(/\s+/g, ' '))}
      title={text.textHint}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => done(true)}
    />
  );
}

function measureOf(size: number): (line: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) {
    return (line) => line.length * size * 0.55;
  }
  context.font = `${size}px ${FONT}`;
  return (line) => context.measureText(line).width;
}
