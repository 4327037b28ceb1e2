import { officeDate } from '../../engine/calendar/office-day.ts';
import { standingOn, type Standing, type Validity } from '../../procedures/in-force.ts';
import { date } from '../../ui/format.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useText, type Text } from '../words.ts';

const tones = { undated: 'soon', coming: 'plain', holds: 'done', ends: 'soon', over: 'ended' } as const satisfies Record<Standing, StateTone>;

export const today = (): string => officeDate(new Date().toISOString());

/** “from 01/07/2026, to 31/12/2026”; nothing where there are no days. */
export const daysInWords = (text: Text, { from, to }: Validity): string => [from && text('sinceDay', { day: date(from) }), to && text('untilDay', { day: date(to) })].filter(Boolean).join(', ');

/** Whether something holds today, is still to come, or holds no more, in a word. */
export const StandingToday = ({ of }: { of: Validity }) => {
  const text = useText();
  const standing = standingOn(of, today());
  return <State tone={tones[standing]} word={text(`standing_${standing}`, { from: of.from ? date(of.from) : '', to: of.to ? date(of.to) : '' })} />;
};
