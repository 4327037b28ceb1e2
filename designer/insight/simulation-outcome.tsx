import type { Simulated } from '../../procedures/simulation/plan.ts';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { percent, spoken } from './heat-view.tsx';
import type { Answer } from './simulation.worker.ts';

interface SimulationOutcomeProps {
  answer: Answer & { readonly edited: Simulated };
  nameOf: (id: string) => string;
  roleName: (role: string) => string;
}

const withBar = (words: string, share: number, kind: 'edited' | 'live') => (
  <>
    <span className={`sim-bar sim-bar-${kind}`} style={{ width: `${Math.max(1, share * 100)}%` }} aria-hidden="true" />
    {words}
  </>
);

type Said = readonly [time: string, share: string];

/** Only what becomes otherwise, as people read it, is said to change. */
const oneMoreSays = (before: Said, after: Said) => (before[0] !== after[0] ? (before[1] === after[1] ? 'simOneMoreTime' : 'simOneMore') : before[1] === after[1] ? 'simOneMoreNothing' : 'simOneMoreShare');

/** What came of a simulation: as edited beside what is live, bars for the eye and the same figures in words. */
export const SimulationOutcome = ({ answer: { edited, live, oneMore }, nameOf, roleName }: SimulationOutcomeProps) => {
  const text = useText();
  const language = useLanguage();
  const share = (of: Simulated) => (of.inTime === null ? '—' : percent(of.inTime));
  const facts = [
    ['simInTime', share], ['simClock', (of: Simulated) => spoken(of.clock.median, language)], ['simClock90', (of: Simulated) => spoken(of.clock.p90, language)],
    ['simDossiers', (of: Simulated) => String(of.dossiers)], ['simNotEnded', (of: Simulated) => String(of.stuck)],
  ] as const;
  const [before, after] = [edited, oneMore?.outcome ?? edited].map((of) => [spoken(of.clock.median, language), share(of)] as const) as [Said, Said];
  const longest = Math.max(1, ...edited.steps.map(({ waited }) => waited.mean), ...(live?.steps ?? []).map(({ waited }) => waited.mean));
  const liveStep = (node: string) => live?.steps.find((step) => step.node === node);
  const wait = (minutes: number, kind: 'edited' | 'live') => withBar(spoken(minutes, language), minutes / longest, kind);
  return (
    <>
      {(edited.cut || live?.cut) && <Notice kind="soon" title={text('simCut')} />}
      <Table
        caption={text('simSummary')} rows={facts} rowKey={([word]) => word}
        columns={[
          { key: 'word', title: text('simFigure'), heading: true, cell: ([word]) => text(word) },
          { key: 'edited', title: text('simDraft'), number: true, cell: ([, say]) => say(edited) },
          ...(live ? [{ key: 'live', title: text('simLive'), number: true, cell: ([, say]: (typeof facts)[number]) => say(live) }] : []),
        ]}
      />
      {oneMore && <p>{text(oneMoreSays(before, after), { role: roleName(oneMore.role), before: before[0], after: after[0], shareBefore: before[1], shareAfter: after[1] })}</p>}
      <Table
        caption={text('simWaits')} rows={edited.steps.toSorted((one, other) => other.waited.mean - one.waited.mean)} rowKey={({ node }) => node}
        columns={[
          { key: 'step', title: text('heatStep'), heading: true, cell: ({ node }) => nameOf(node) },
          { key: 'edited', title: text('simDraft'), cell: ({ waited }) => wait(waited.mean, 'edited') },
          ...(live ? [{ key: 'live', title: text('simLive'), cell: ({ node }: { readonly node: string }) => wait(liveStep(node)?.waited.mean ?? 0, 'live') }] : []),
        ]}
      />
      <Table
        caption={text('simLoad')} rows={edited.roles.toSorted((one, other) => other.busy - one.busy)} rowKey={({ role }) => role}
        columns={[
          { key: 'role', title: text('role'), heading: true, cell: ({ role }) => roleName(role) },
          { key: 'people', title: text('simPeople'), number: true, cell: ({ people }) => people },
          { key: 'busy', title: text('simBusy'), number: true, cell: ({ busy }) => percent(busy) },
          { key: 'queue', title: text('simQueue'), number: true, cell: ({ longestQueue }) => longestQueue },
        ]}
      />
    </>
  );
};
