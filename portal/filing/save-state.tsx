import { time } from '../../ui/format.ts';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

/** Says quietly whether what was typed is safe. */
export const SaveState = ({ filing: { status, savedAt } }: { filing: FilingRun }) => {
  const text = useText();
  const word =
    status === 'saved' ? text('saved', { at: time(savedAt) })
    : status === 'here' ? text('savedHere')
    : status === 'saving' ? text('saving')
    : text('unsaved');
  return <output className="save-state">{word}</output>;
};
