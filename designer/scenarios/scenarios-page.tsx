import { useState } from 'react';
import type { DesignerPackage, PackageTested, ScenarioFault } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { asOneAct, benchNow, changedTexts, edit, takeAway, useBench } from '../package/bench.ts';
import { useFileTexts } from '../package/file-text.ts';
import { showTrail } from '../process/trail.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { Outcome, type Played } from './outcome.tsx';
import { ScenarioFaults } from './scenario-faults.tsx';
import './scenarios.css';

/** Plays the scenarios of the draft, saved or not: what came as expected, and which steps none of them passes. */
export const ScenariosPage = ({ opened: { key, draft }, nameOf, onStep, onShow }: { opened: DesignerPackage; nameOf: (id: string) => string; onStep: (id: string) => void; onShow: () => void }) => {
  const text = useText();
  const bench = useBench(key);
  const [tested, setTested] = useState<PackageTested>();
  // what is told is of the texts that were played, and of what was done about it here
  const [about, setAbout] = useState('');
  const playing = useAct(async () => {
    const files = changedTexts(bench);
    setTested(await call('POST /api/designer/procedures/:key/test', { params: { key }, body: { files } }));
    setAbout(JSON.stringify(files));
  });
  const isOld = tested !== undefined && about !== JSON.stringify(changedTexts(bench));
  const paths = draft.files.flatMap(({ path }) => (/^scenarios\/[^/]+\.json$/.test(path) ? [path] : []));
  const texts = useFileTexts(key, paths);
  const letters = useFileTexts(key, draft.files.flatMap(({ path }) => (/^letters\/[^/]+\.json$/.test(path) ? [path] : [])));
  const language = useLanguage();
  const stillTold = () => setAbout(JSON.stringify(changedTexts(benchNow(key))));
  const take = (some: readonly Played[]) => void asOneAct(key, () => {
    for (const { file, came } of some) {
      const now = texts.get(file);
      if (now === undefined || came === null) continue;
      edit(key, file, `${JSON.stringify({ ...(JSON.parse(now) as object), expect: came }, null, 2)}\n`, bench.edits.get(file)?.origin ?? now);
      setTested((before) => before && { ...before, scenarios: before.scenarios.map((each) => (each.file === file ? { ...each, faults: [], came: null } : each)) });
    }
  }).then(stillTold);
  const show = (name: string, { passed }: Played, fault: ScenarioFault | undefined) => {
    showTrail(key, { name: text('trail', { name }), passed, ...(fault?.element !== undefined && { left: fault.element }), ...(fault?.missed !== undefined && { missed: [fault.missed] }) });
    if (fault?.element === undefined) onShow();
    else onStep(fault.element);
  };
  const count = paths.length;
  const remove = (path: string) => {
    takeAway(key, path, texts.get(path) ?? '');
    stillTold();
    setTested((before) => before && { ...before, scenarios: before.scenarios.filter(({ file }) => file !== path) });
  };
  if (count === 0) return <EmptyState title={text('noScenarios')}><p>{text('noScenariosHint')}</p></EmptyState>;
  return (
    <>
      <p>{text('scenariosHint', { count })}</p>
      <Button kind="main" busy={playing.busy} onClick={() => playing.run()}>{text('playScenarios')}</Button>
      {playing.problem && <ProblemView error={playing.problem} />}
      <div aria-live="polite">
        {isOld && <Notice kind="soon" title={text('scenariosOld')} />}
        {tested && (
          <Outcome
            tested={tested} nameOf={nameOf} onStep={onStep} onRemove={remove} onTake={take}
            onShow={() => {
              showTrail(key, { name: text('coverage'), passed: 'others', missed: [...tested.nodes.missing, ...tested.flows.missing] });
              onShow();
            }}
          >
            {(played, onTake) => <ScenarioFaults packageKey={key} played={played} nameOf={nameOf} letters={letters} onStep={onStep} onShow={(fault) => show(pick(played.name, language), played, fault)} onTake={onTake} />}
          </Outcome>
        )}
      </div>
    </>
  );
};
