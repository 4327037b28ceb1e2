import type { Simulated } from '../../procedures/simulation/plan.ts';
import { differenceOf, rangeOf } from '../../procedures/simulation/range.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { percent, spoken } from './heat-view.tsx';

interface OneMoreProps {
  before: readonly Simulated[];
  after: readonly Simulated[];
  version: string;
  /** Only one version was simulated: it need not be named. */
  isOne: boolean;
  role: string;
}

/** What one person more in the busiest role changes: only what all runs agree on, and only what becomes otherwise as people read it. */
export const OneMore = ({ before, after, version, isOne, role }: OneMoreProps) => {
  const text = useText();
  const language = useLanguage();
  const facts = ([
    [({ clock }: Simulated) => clock.median, (value: number) => spoken(value, language)],
    [({ inTime }: Simulated) => inTime, percent],
  ] as const).map(([count, said]) => {
    const [was, is] = [before, after].map((runs) => rangeOf(runs.map(count))?.mean) as [number | undefined, number | undefined];
    const isSure = differenceOf(before.map(count), after.map(count)) !== undefined;
    const words = [was, isSure ? is : was].map((value) => (value === undefined ? '—' : said(value))) as [string, string];
    return { before: words[0], after: words[1], changes: words[0] !== words[1] };
  });
  const [time, share] = facts as [(typeof facts)[number], (typeof facts)[number]];
  const word = time.changes ? (share.changes ? 'simOneMore' : 'simOneMoreTime') : share.changes ? 'simOneMoreShare' : 'simOneMoreNothing';
  return <p>{!isOne && `${version}: `}{text(word, { role, before: time.before, after: time.after, shareBefore: share.before, shareAfter: share.after })}</p>;
};
