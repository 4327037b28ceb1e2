import { useEffect, useRef, useState } from 'react';

const restMilliseconds = 200;

/**
 * A text that is drawn at once and handed on when the typing rests, when the field is left, or when it goes away:
 * whatever hangs on it, a form of 300 questions, does not hold up the next letter. `late`: not while the field has the focus.
 */
export function useSettled(value: string, onChange: (value: string) => void, late = false) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  const [isHeld, setHeld] = useState(false);
  if (given !== value) {
    setGiven(value);
    // what comes back of an earlier text does not take away what was typed since
    if (!isHeld) setTyped(value);
  }
  const waiting = useRef<{ text?: string | undefined; timer?: ReturnType<typeof setTimeout>; hand: (text: string) => void }>({ hand: onChange });
  useEffect(() => {
    waiting.current.hand = onChange;
  });
  const settle = () => {
    const { text, timer, hand } = waiting.current;
    clearTimeout(timer);
    waiting.current.text = undefined;
    setHeld(false);
    if (text !== undefined) hand(text);
  };
  const type = (text: string) => {
    setTyped(text);
    setHeld(true);
    waiting.current.text = text;
    clearTimeout(waiting.current.timer);
    if (!late) waiting.current.timer = setTimeout(settle, restMilliseconds);
  };
  useEffect(() => {
    const left = waiting.current;
    return () => {
      clearTimeout(left.timer);
      if (left.text !== undefined) left.hand(left.text);
    };
  }, []);
  return { typed, type, settle };
}
