import { officeDate } from '../../engine/calendar/office-day.ts';
import { standingOn, type Standing, type Validity } from '../../procedures/in-force.ts';
import { date } from '../../ui/format.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useText } from '../words.ts';

const tones = { undated: 'soon', coming: 'plain', holds: 'done', ends: 'soon', over: 'ended' } as const satisfies Record<Standing, StateTone>;

export const today = (): string => officeDate(new Date().toISOString());

/** Whether something holds today, is still to come, or holds no more, in a word. */
export const StandingToday = ({ of }: { of: Validity }) => {
  const text = useText();
  const standing = standingOn(of, today());
  return <State tone={tones[standing]} word={text(`standing_${standing}`, { from: of.from ? date(of.from) : '', to: of.to ? date(of.to) : '' })} />;
};
