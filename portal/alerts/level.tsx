import type { AlertView } from '../../server/api/alert.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { saidIn } from './said.tsx';
import { useText } from './words.ts';

const tones: Readonly<Record<number, StateTone>> = { 1: 'done', 2: 'soon', 3: 'late', 4: 'late' };

/** How grave it is, or that it is over: in words, with a sign. */
export const Level = ({ alert }: { alert: Pick<AlertView, 'state' | 'level' | 'levelName'> }) => {
  const text = useText();
  const language = useLanguage();
  if (alert.state !== 'in-force') return <State tone="ended" word={text(`alertState_${alert.state}`)} />;
  return <State tone={tones[alert.level] ?? 'plain'} word={text('alertLevel', { level: alert.level, name: saidIn(alert.levelName, language) })} />;
};
