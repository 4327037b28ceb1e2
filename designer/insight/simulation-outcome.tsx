import type { Simulated } from '../../procedures/simulation/plan.ts';
import { rangeOf } from '../../procedures/simulation/range.ts';
import type { Several } from '../../procedures/simulation/several.ts';
import { decimal } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { apartIn, ComparedTable, meanOf, perRun, sideNames, wholeWords, type Fact } from './compared-table.tsx';
import { percent, spoken } from './heat-view.tsx';
import { OneMore } from './one-more.tsx';
import { Dots, ends } from './spread.tsx';

interface SimulationOutcomeProps {
  several: Several;
  /** What was asked for; there are fewer when time was up. */
  asked: number;
  /** What each side is called. */
  names: readonly string[];
  nameOf: (id: string) => string;
  roleName: (role: string) => string;
}

/** What came of the runs, one version or two beside each other: bars for the eye, the same in words, and what is different beyond chance. */
export const SimulationOutcome = ({ several: { sides, oneMore }, asked, names, nameOf, roleName }: SimulationOutcomeProps) => {
  const text = useText();
  const language = useLanguage();
  const [first = []] = sides;
  const time = (minutes: number): string => spoken(minutes, language);
  const points = (share: number): string => text('simPoints', { count: decimal(Math.round(share * 100), language) });
  const whole = (count: number): string => wholeWords(count, language);
  const byMean = (facts: readonly Fact[]): readonly Fact[] => facts.toSorted((one, other) => meanOf(first, other.count) - meanOf(first, one.count));
  const share = ({ inTime }: Simulated) => inTime;
  const facts: readonly Fact[] = [
    { key: 'inTime', name: text('simInTime'), count: share, said: percent, apart: points },
    { key: 'clock', name: text('simClock'), count: ({ clock }) => clock.median, said: time },
    { key: 'clock90', name: text('simClock90'), count: ({ clock }) => clock.p90, said: time },
    { key: 'dossiers', name: text('simDossiers'), count: ({ dossiers }) => dossiers, said: whole },
    { key: 'stuck', name: text('simNotEnded'), count: ({ stuck }) => stuck, said: whole },
  ];
  const sure = facts.filter((fact) => apartIn(fact, sides));
  const waits = stepsOf(sides).map((node): Fact => ({ key: node, name: nameOf(node), count: ({ steps }) => steps.find((step) => step.node === node)?.waited.mean, said: time }));
  const longest = Math.max(1, ...waits.flatMap(({ count }) => sides.map((runs) => rangeOf(perRun(runs, count))?.most ?? 0)));
  const isWaitedAt = ({ count }: Fact) => sides.some((runs) => time(meanOf(runs, count)) !== time(0));
  const [waiting, passing] = [waits.filter(isWaitedAt), waits.filter((step) => !isWaitedAt(step))];
  const loads = rolesOf(sides).map(({ role, people }): Fact => {
    const of = ({ roles }: Simulated) => roles.find((one) => one.role === role);
    return { key: role, name: text('simRolePeople', { role: roleName(role), people }), count: (run) => of(run)?.busy, queue: (run) => of(run)?.longestQueue, said: percent, apart: points, whole: 1 };
  });
  return (
    <>
      {sides.flat().some(({ cut }) => cut) && <Notice kind="soon" title={text('simCut')} />}
      {first.length < asked && <p>{text('simFewer', { runs: first.length, asked })}</p>}
      {sides.map((runs, index) => {
        const shares = perRun(runs, share).filter((each) => typeof each === 'number');
        const range = rangeOf(shares);
        return range && (
          <div key={index} className="sim-chance">
            <p>{text(percent(range.least) === percent(range.most) ? 'simChanceAlways' : 'simChance', { version: names[index]!, runs: runs.length, ...ends(percent(range.least), percent(range.most)) })}</p>
            {range.most > range.least && <Dots shares={shares} side={sideNames[index]!} />}
          </div>
        );
      })}
      {sides.length > 1 && <p><strong>{sure.length === 0 ? text('simVerdictNone', { runs: first.length }) : text('simVerdict', { figures: sure.map(({ name }) => name.toLocaleLowerCase(language)).join(', ') })}</strong></p>}
      <ComparedTable caption={text('simSummary')} heading={text('simFigure')} facts={facts} sides={sides} names={names} />
      {oneMore && <OneMore before={first} after={oneMore.runs} version={names[0]!} isOne={sides.length === 1} role={roleName(oneMore.role)} />}
      {waiting.length > 0 && <ComparedTable caption={text('simWaits')} heading={text('heatStep')} facts={byMean(waiting).map((fact) => ({ ...fact, whole: longest }))} sides={sides} names={names} />}
      {passing.length > 0 && <p>{text('simNoWait', { steps: passing.map(({ name }) => name).join(', ') })}</p>}
      <ComparedTable caption={text('simLoad')} heading={text('role')} facts={byMean(loads)} sides={sides} names={names} />
    </>
  );
};

const stepsOf = (sides: Several['sides']): readonly string[] => [...new Set(sides.flat().flatMap(({ steps }) => steps.map(({ node }) => node)))];
const rolesOf = (sides: Several['sides']) => [...new Map(sides.flat().flatMap(({ roles }) => roles.map(({ role, people }) => [role, { role, people }] as const))).values()];
