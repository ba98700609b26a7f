import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { hasEnded } from '../../shared/api/types';
import { titleOf } from '../../shared/jobs/naming';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { useMessages } from '../../shared/text/useMessages';
import { Banner } from '../../shared/ui/Banner';
import { boundsOf } from './drawing/bounds';
import { captionOf, plain, readingOf } from './drawing/reading';
import { canRedo, canUndo, shownOf } from './editing/editing';
import type { OpenCanvas } from './editing/useSession';
import { ExportMenu, type TakePicture } from './exporting/ExportMenu';
import { linksOf, nameOf, Outline } from './Outline';
import { ReviewBar } from './ReviewBar';
import { SaveState } from './SaveState';
import { Surface } from './Surface';
import { Toolbar, ZoomTools } from './Toolbar';
import { useChoosing } from './useChoosing';
import { useKeys } from './useKeys';
import { useMarks } from './useMarks';
import type { Review } from './useReview';
import { useShown } from './useShown';
import { useWorking } from './useWorking';
import { useReducedMotion } from './view/useReducedMotion';
import { useScene } from './view/useScene';
import { useSize } from './view/useSize';
import { useView } from './view/useView';
import styles from './Workspace.module.css';

interface WorkspaceProps {
  job: TrackedJob;
  open: OpenCanvas;
  review: Review | null;
  /** The job was over when it was opened: nothing has to appear. */
  startsAtRest: boolean;
}

const AROUND_PX = 20;

/** A drawing on its paper, with all that can be done to it. */
export default function Workspace({ job, open, review, startsAtRest }: WorkspaceProps): ReactNode {
  const { session, editing } = open;
  const text = useMessages().canvas;
  const isRunning = !hasEnded(job);
  const shown = useShown(job, editing);
  const surface = useRef<HTMLDivElement>(null);
  const picture = useRef<TakePicture | null>(null);
  const outlineId = useId();
  const [isOutlineOpen, setOutlineOpen] = useState(false);
  const [said, setSaid] = useState('');
  const size = useSize(surface);
  const isReduced = useReducedMotion();

  const choosing = useChoosing(shown);
  const hold = useRef<() => void>(() => undefined);
  const point = shownOf(editing);
  const writable = isRunning || point === null ? null : session;
  const working = useWorking(shown, writable, choosing, hold);
  const scene = useScene(working.items, isReduced || working.isDragging, startsAtRest);
  const looking = useView(scene.sheet, size, AROUND_PX);
  const [lookedAt, setLookedAt] = useState(job.id);
  if (lookedAt !== job.id) {
    setLookedAt(job.id);
    looking.fit();
    choosing.none();
  }
  useEffect(() => {
    hold.current = looking.hold;
  });

  const readings = useMemo(() => readingOf(shown), [shown]);
  const { marks, ghosts } = useMarks(working.items, choosing.chosen, review);
  const title = point?.title ?? job.drawing?.title ?? titleOf(job);

  const goTo = (id: string): void => {
    const item = shown.find((it) => it.id === id);
    if (item === undefined) {
      return;
    }
    choosing.choose(id, false);
    looking.reveal(boundsOf(item));
    const place = readings.findIndex((it) => it.id === id);
    const reading = readings[place];
    if (reading !== undefined) {
      const links = reading.links.length === 0 ? '' : `, ${text.leadsTo(linksOf(reading, text))}`;
      setSaid(`${nameOf(reading, text)}, ${text.place(place + 1, readings.length)}${links}`);
    } else if (item.kind === 'line') {
      const end = (name: string | null): string => shown.filter((it) => it.id === name).map(plain)[0] ?? '';
      setSaid(`${nameOf({ item, words: captionOf(item, shown) }, text)}, ${text.connection(end(item.from), end(item.to))}`);
    }
  };
  const remove = (): void => {
    const number = working.remove();
    if (number > 0) {
      setSaid(text.removed(number));
    }
  };
  const undo = (): void => void session?.undo().catch(() => setSaid(text.unsaved));
  const redo = (): void => session?.redo();
  const onKeyDown = useKeys({ readings, choosing, working, looking, goTo, onRemove: remove });
  const onCommand = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && writable !== null && (key === 'z' || key === 'y')) {
      event.preventDefault();
      (key === 'y' || event.shiftKey ? redo : undo)();
    }
  };
  const notice = {
    changed_elsewhere: text.changedElsewhere,
    refused: text.refused,
    last_object: text.lastObject,
  };

  return (
    // Commands that bubble up from the tools and the surface within.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.workspace} onKeyDown={onCommand}>
      <header className={styles.bar}>
        <div className={styles.names}>
          <h1 className={styles.title} title={title}>
            {title}
          </h1>
          {isRunning ? (
            <span className={styles.saveState}>{text.drawing}</span>
          ) : (
            <SaveState session={session} editing={editing} />
          )}
        </div>
        <Toolbar
          canUndo={writable !== null && canUndo(editing)}
          canRedo={writable !== null && canRedo(editing)}
          isOlder={point?.edits === null}
          onUndo={undo}
          onRedo={redo}
          working={working}
          onRemove={remove}
          outline={{ id: outlineId, isOpen: isOutlineOpen, toggle: () => setOutlineOpen((before) => !before) }}
        />
        {session !== null && !isRunning && (
          <ExportMenu canvasId={session.canvasId} title={title} picture={picture} tell={setSaid} />
        )}
      </header>
      <div className={styles.area}>
        <Surface
          surface={surface}
          title={title}
          items={working.items}
          scene={scene}
          looking={looking}
          size={size}
          choosing={choosing}
          working={working}
          marks={marks}
          ghosts={ghosts}
          picture={picture}
          onKeyDown={onKeyDown}
        />
        <Outline
          id={outlineId}
          readings={readings}
          isOpen={isOutlineOpen}
          chosen={choosing.chosen}
          onChoose={(id) => {
            goTo(id);
            surface.current?.focus({ preventScroll: true });
          }}
        />
        <div className={styles.below}>
          {editing.notice !== null && (
            <div className={styles.notice}>
              <Banner
                tone="wait"
                title={notice[editing.notice]}
                dismiss={{ label: text.dismiss, onDismiss: () => session?.dismissNotice() }}
              />
            </div>
          )}
          <ZoomTools looking={looking} />
        </div>
      </div>
      {review !== null && <ReviewBar review={review} />}
      <p className="sr-only" role="status">
        {said}
      </p>
    </div>
  );
}
