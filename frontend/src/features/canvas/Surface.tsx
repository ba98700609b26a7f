import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { boundsOf, type Bounds } from './drawing/bounds';
import { hitAt, within } from './drawing/hit';
import { isBound, wordsIn, type Item, type Spot } from './drawing/item';
import type { Scene } from './drawing/settling';
import type { TakePicture } from './exporting/ExportMenu';
import Stage, { type StageProps } from './stage/Stage';
import { TextEditor } from './TextEditor';
import type { Choosing } from './useChoosing';
import type { Looking } from './view/useView';
import { usePointers } from './view/usePointers';
import { toCanvas, type Size } from './view/view';
import type { Working } from './useWorking';
import styles from './Workspace.module.css';

interface SurfaceProps {
  surface: RefObject<HTMLDivElement | null>;
  title: string;
  items: readonly Item[];
  scene: Scene;
  looking: Looking;
  size: Size;
  choosing: Choosing;
  working: Working;
  marks: StageProps['marks'];
  ghosts: readonly Item[];
  picture: RefObject<TakePicture | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

const REACH_PX = { mouse: 5, touch: 14 };

/** The canvas under hands: where pointers choose, drag, pan and zoom, and keys go. */
export function Surface(props: SurfaceProps): ReactNode {
  const { surface, title, items, scene, looking, size, choosing, working, marks, ghosts, picture } = props;
  const text = useMessages().canvas;
  const hintId = useId();
  const isSpaceDown = useRef(false);
  const [band, setBand] = useState<Bounds | null>(null);
  const { view } = looking;
  const at = (spot: Spot): Spot => toCanvas(view, spot);

  const { handlers, cancel } = usePointers(
    surface,
    {
      hit: (spot, isTouch) => hitAt(items, at(spot), (isTouch ? REACH_PX.touch : REACH_PX.mouse) / view.scale),
      isChosen: (id) => choosing.chosen.has(id),
      choose: choosing.choose,
      chooseNone: choosing.none,
      band: (from, to) => setBand(boxOf(at(from), at(to))),
      bandDone: (isMore) => {
        if (band !== null) {
          choosing.chooseAll(within(items, band).map(({ id }) => id), isMore);
        }
        setBand(null);
      },
      dragBy: (dx, dy) => working.drag(dx / view.scale, dy / view.scale),
      dragDone: working.drop,
      dropped: () => {
        setBand(null);
        working.letGo();
      },
      pan: looking.pan,
      zoom: looking.zoom,
      pinch: looking.pinch,
    },
    isSpaceDown,
  );
  const onDoubleClick = (event: React.MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const item = hitAt(items, at({ x: event.clientX - box.left, y: event.clientY - box.top }), REACH_PX.mouse / view.scale);
    if (item !== null) {
      working.write(item.id);
    }
  };
  const written = items.find(({ id }) => id === working.writing);

  return (
    <div className={styles.desk}>
      <p id={hintId} hidden>
        {text.surfaceHint}
      </p>
      {/* A drawing has no role of its own that takes keys; the list of objects tells it in words. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={surface}
        className={styles.surface}
        role="application"
        aria-roledescription={text.surfaceRole}
        aria-label={text.surface(title)}
        aria-describedby={hintId}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-dragging={working.isDragging || undefined}
        onDoubleClick={onDoubleClick}
        onKeyDown={(event) => {
          isSpaceDown.current = isSpaceDown.current || event.key === ' ';
          if (event.key === 'Escape' && (working.isDragging || band !== null)) {
            event.preventDefault();
            cancel();
          } else {
            props.onKeyDown(event);
          }
        }}
        onKeyUp={(event) => {
          isSpaceDown.current = isSpaceDown.current && event.key !== ' ';
        }}
        onBlur={() => {
          isSpaceDown.current = false;
        }}
        {...handlers}
      >
        {size.width > 0 && (
          <Stage scene={scene} view={view} size={size} ghosts={ghosts} marks={marks} band={band} picture={picture} />
        )}
      </div>
      {written !== undefined && !isBound(written) && wordsIn(written) !== null && (
        <TextEditor
          key={written.id}
          box={boundsOf(written)}
          words={wordsIn(written) ?? { text: '', size: 16, color: '#000000' }}
          view={view}
          onDone={(words) => {
            working.say(words);
            surface.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

function boxOf(from: Spot, to: Spot): Bounds {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    right: Math.max(from.x, to.x),
    bottom: Math.max(from.y, to.y),
  };
}
