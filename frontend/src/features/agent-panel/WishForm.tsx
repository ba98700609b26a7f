import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { COLOR_SCHEMES, STYLES } from '../../shared/api/types';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { classes } from '../../shared/ui/classes';
import { DrawIcon } from '../../shared/ui/icons';
import { ColorsPicture, StylePicture } from './pictures';
import { useWish, type Wish } from './useWish';
import styles from './WishForm.module.css';

interface WishFormProps {
  /** Whether an existing canvas is to be changed, which keeps its style and colours. */
  changes: boolean;
  max: number;
  busy: boolean;
  disabled: boolean;
  showExamples: boolean;
  fieldRef?: Ref<HTMLTextAreaElement>;
  /** The first letter was written. */
  onBegin?: () => void;
  /** Resolves once the wish was taken; the field is then empty again. */
  onSubmit: (wish: Wish) => Promise<void>;
}

/** From here on the counter is worth a look. */
const NEARLY_FULL = 0.9;

export function WishForm(props: WishFormProps): ReactNode {
  const { changes, max, busy, disabled, showExamples, fieldRef, onBegin, onSubmit } = props;
  const text = useMessages();
  const { wish, used, problem, change } = useWish(max);
  const [asked, setAsked] = useState(false);
  const id = useId();
  const complaint = problem === 'too_long' ? text.panel.tooLong(used - max) : asked && problem === 'empty' ? text.panel.empty : null;

  const submit = (): void => {
    setAsked(true);
    if (problem === null && !busy && !disabled) {
      onSubmit(wish).then(
        () => {
          setAsked(false);
          change({ instructions: '' });
        },
        () => undefined,
      );
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <label className={styles.label} htmlFor={id}>
          {changes ? text.panel.change : text.panel.wish}
        </label>
        <div className={classes(styles.box, complaint !== null && styles.wrong)}>
          <textarea
            id={id}
            ref={fieldRef}
            className={styles.field}
            rows={4}
            value={wish.instructions}
            placeholder={changes ? text.panel.placeholderChange : text.panel.placeholder}
            disabled={disabled}
            aria-describedby={`${id}-counter ${id}-complaint`}
            aria-invalid={complaint !== null}
            onChange={(event) => {
              if (used === 0) {
                onBegin?.();
              }
              change({ instructions: event.target.value });
            }}
            onKeyDown={onKeyDown}
          />
          <Counter id={`${id}-counter`} used={used} max={max} />
        </div>
        <p className={styles.complaint} id={`${id}-complaint`} aria-live="polite">
          {complaint}
        </p>
      </div>
      {showExamples && used === 0 && (
        <Examples disabled={disabled} onChoose={(instructions) => change({ instructions })} />
      )}
      {!changes && <Looks wish={wish} change={change} disabled={disabled} />}
      <Button look="primary" type="submit" busy={busy} disabled={disabled} className={styles.submit}>
        <DrawIcon />
        {busy ? text.panel.sending : changes ? text.panel.apply : text.panel.draw}
        <kbd className={styles.keys}>{text.panel.shortcut(isMac())}</kbd>
      </Button>
    </form>
  );
}

function Counter({ id, used, max }: { id: string; used: number; max: number }): ReactNode {
  const text = useMessages();
  return (
    <span
      id={id}
      className={classes(styles.counter, used > max * NEARLY_FULL && styles.nearlyFull)}
      aria-label={text.panel.counter(used, max)}
      role="status"
    >
      {`${used} / ${max}`}
    </span>
  );
}

function Examples({ disabled, onChoose }: { disabled: boolean; onChoose: (text: string) => void }): ReactNode {
  const text = useMessages();
  return (
    <div>
      <p className={styles.label}>{text.panel.examplesTitle}</p>
      <ul className={styles.examples}>
        {text.panel.examples.map((example) => (
          <li key={example.name}>
            <button type="button" disabled={disabled} onClick={() => onChoose(example.words)}>
              {example.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LooksProps {
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  disabled: boolean;
}

function Looks({ wish, change, disabled }: LooksProps): ReactNode {
  const text = useMessages();
  return (
    <>
      <ChoiceGroup
        label={text.panel.style}
        value={wish.style}
        onChange={(style) => change({ style })}
        disabled={disabled}
        choices={STYLES.map((value) => ({
          value,
          label: text.styles[value],
          picture: <StylePicture style={value} />,
        }))}
      />
      <ChoiceGroup
        label={text.panel.colors}
        value={wish.colorScheme}
        onChange={(colorScheme) => change({ colorScheme })}
        disabled={disabled}
        choices={COLOR_SCHEMES.map((value) => ({
          value,
          label: text.colorSchemes[value],
          picture: <ColorsPicture scheme={value} />,
        }))}
      />
    </>
  );
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
