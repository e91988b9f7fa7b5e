import {
  type ChangeEvent,
  type CompositionEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";

/** Typing is recorded when the hands rest this long (ms), so that a word is one op and not seven. */
const IDLE_MS = 800;
/** Old Chromium sends this key code for keys that belong to the input method. */
const IME_KEY = 229;

type Text = HTMLInputElement | HTMLTextAreaElement;
type Draft = {
  readonly value: string;
  readonly onCommit: (value: string) => void;
  /** Every change of the visible text, compositions excluded: for filters that answer while typing. */
  readonly onText?: ((value: string) => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
};

/** True while the key belongs to the input method (candidate window open): Enter then picks a word, it submits nothing. */
export const isComposing = (event: { readonly isComposing?: boolean; readonly keyCode?: number }): boolean =>
  event.isComposing === true || event.keyCode === IME_KEY;

/** The text while it is typed, and `commit`, which hands on what has changed unless a composition is open. */
const useText = ({ value, onCommit, onText }: Draft) => {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [isDirty, setDirty] = useState(false);
  const composing = useRef(false);
  const latest = useRef(value);
  if (value !== known) {
    setKnown(value);
    if (!isDirty) setText(value);
  }
  const commit = (): void => {
    if (!isDirty || composing.current) return;
    setDirty(false);
    onCommit(latest.current);
  };
  const write = (next: string): void => {
    latest.current = next;
    setText(next);
    setDirty(true);
    if (!composing.current) onText?.(next);
  };
  return { text, isDirty, composing, commit, write };
};

/**
 * The one text state of the product: local while typing, committed on blur, on Enter and after a rest, never in the
 * middle of a composition. A value that arrives from elsewhere replaces the text only while nobody is typing here.
 */
export const useDraft = (draft: Draft) => {
  const { text, isDirty, composing, commit, write } = useText(draft);
  const commitNow = useEffectEvent(commit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further character begins the rest anew
  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => commitNow(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, isDirty]);
  // leaving the screen in mid-word must not lose the word
  useEffect(() => () => commitNow(), []);
  return {
    value: text,
    onChange: (event: ChangeEvent<Text>) => write(event.target.value),
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Text>) => {
      composing.current = false;
      write(event.currentTarget.value);
    },
    onBlur: () => {
      composing.current = false;
      commit();
    },
    onKeyDown: (event: KeyboardEvent<Text>) => {
      if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
      commit();
      draft.onEnter?.();
    },
  };
};
