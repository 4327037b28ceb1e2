import type { DossierState } from '../../server/api/clock.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useText } from '../words.ts';

const tones: Readonly<Record<DossierState, StateTone>> = {
  1: 'open', 2: 'open', 3: 'ended', 4: 'open', 5: 'waiting', 6: 'waiting', 7: 'ended', 8: 'ended', 9: 'done', 10: 'done',
};

/** One of the ten national dossier states. */
export const StateChip = ({ state }: { state: DossierState }) => {
  const text = useText();
  return <State tone={tones[state]} word={text(`state_${state}`)} />;
};
