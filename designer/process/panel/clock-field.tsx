import { useText } from '../../words.ts';
import { Committed } from './committed.tsx';
import { Select } from './select.tsx';

const pause = 'pause:';

/** What the legal clock does on entering a step; a pause names its cause. */
export const ClockField = ({ id, label, value, onCommit }: { id: string; label: string; value: string; onCommit: (value: string) => void }) => {
  const text = useText();
  const isPause = value.startsWith(pause);
  return (
    <>
      <Select
        id={id} label={label} value={isPause ? pause : value} onChange={(next) => onCommit(next === pause ? `${pause}supplement` : next)}
        options={[{ value: '', label: text('clockNone') }, { value: 'start', label: text('clockStart') }, { value: 'limit', label: text('clockLimit') }, { value: pause, label: text('clockPause') }, { value: 'end', label: text('clockEnd') }]}
      />
      {isPause && <Committed id={`${id}-cause`} label={`${label}: ${text('clockCause')}`} value={value.slice(pause.length)} hint={text('clockCauseHint')} code onCommit={(cause) => onCommit(pause + (cause.trim().replaceAll(/\s+/g, '-') || 'supplement'))} />}
    </>
  );
};
