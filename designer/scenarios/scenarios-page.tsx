import { CircleAlert, CircleCheck, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DesignerPackage, PackageTested, ScenarioFault } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { changedTexts, edit, takeAway, useBench } from '../package/bench.ts';
import { useFileTexts } from '../package/file-text.ts';
import { showTrail } from '../process/trail.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { ScenarioFaults } from './scenario-faults.tsx';
import './scenarios.css';

/** Plays the scenarios of the draft, saved or not: what came as expected, and which steps none of them passes. */
export const ScenariosPage = ({ opened: { key, draft }, nameOf, onStep, onShow }: { opened: DesignerPackage; nameOf: (id: string) => string; onStep: (id: string) => void; onShow: () => void }) => {
  const text = useText();
  const bench = useBench(key);
  const [tested, setTested] = useState<PackageTested>();
  const playing = useAct(async () => setTested(await call('POST /api/designer/procedures/:key/test', { params: { key }, body: { files: changedTexts(bench) } })));
  const paths = draft.files.flatMap(({ path }) => (/^scenarios\/[^/]+\.json$/.test(path) ? [path] : []));
  const texts = useFileTexts(key, paths);
  const letters = useFileTexts(key, draft.files.flatMap(({ path }) => (/^letters\/[^/]+\.json$/.test(path) ? [path] : [])));
  const language = useLanguage();
  const take = ({ file, came }: Played) => {
    const now = texts.get(file);
    if (now === undefined || came === null) return;
    edit(key, file, `${JSON.stringify({ ...(JSON.parse(now) as object), expect: came }, null, 2)}\n`, bench.edits.get(file)?.origin ?? now);
    setTested((before) => before && { ...before, scenarios: before.scenarios.map((each) => (each.file === file ? { ...each, faults: [], came: null } : each)) });
  };
  const show = (name: string, { passed }: Played, fault: ScenarioFault | undefined) => {
    showTrail(key, { name: text('trail', { name }), passed, ...(fault?.element !== undefined && { left: fault.element }), ...(fault?.missed !== undefined && { missed: [fault.missed] }) });
    if (fault?.element === undefined) onShow();
    else onStep(fault.element);
  };
  const count = paths.length;
  const remove = (path: string) => {
    takeAway(key, path, texts.get(path) ?? '');
    setTested((before) => before && { ...before, scenarios: before.scenarios.filter(({ file }) => file !== path) });
  };
  if (count === 0) return <EmptyState title={text('noScenarios')}><p>{text('noScenariosHint')}</p></EmptyState>;
  return (
    <>
      <p>{text('scenariosHint', { count })}</p>
      <Button kind="main" busy={playing.busy} onClick={() => playing.run()}>{text('playScenarios')}</Button>
      {playing.problem && <ProblemView error={playing.problem} />}
      <div aria-live="polite">
        {tested && <Outcome tested={tested} nameOf={nameOf} onStep={onStep} onRemove={remove} onShow={() => {
          showTrail(key, { name: text('coverage'), passed: 'others', missed: [...tested.nodes.missing, ...tested.flows.missing] });
          onShow();
        }}>{(played) => <ScenarioFaults packageKey={key} played={played} nameOf={nameOf} letters={letters} onStep={onStep} onShow={(fault) => show(pick(played.name, language), played, fault)} onTake={() => take(played)} />}</Outcome>}
      </div>
    </>
  );
};

type Played = PackageTested['scenarios'][number];

const Outcome = ({ tested: { usable, scenarios, nodes, flows }, nameOf, onStep, onRemove, onShow, children }: { tested: PackageTested; onRemove: (file: string) => void; nameOf: (id: string) => string; onStep: (id: string) => void; onShow: () => void; children: (played: Played) => ReactNode }) => {
  const text = useText();
  const language = useLanguage();
  if (!usable) return <Notice kind="danger" title={text('cannotPlay')} />;
  const failed = scenarios.filter(({ faults }) => faults.length > 0).length;
  return (
    <>
      <h2>{text('scenariosOutcome', { passed: scenarios.length - failed, failed })}</h2>
      <ul className="scenario-list">
        {scenarios.map((played) => {
          const { file, name, faults } = played;
          const isFailed = faults.length > 0;
          return (
            <li key={file} className={isFailed ? 'scenario-failed' : 'scenario-passed'}>
              <Icon of={isFailed ? CircleAlert : CircleCheck} />
              <div>
                {pick(name, language)} <span className="visually-hidden">{text(isFailed ? 'scenarioFailed' : 'scenarioPassed')}</span>
                <Button small kind="quiet" aria-label={`${text('scenarioRemove')}: ${pick(name, language)}`} onClick={() => onRemove(file)}><Icon of={Trash2} />{text('scenarioRemove')}</Button>
                {children(played)}
              </div>
            </li>
          );
        })}
      </ul>
      <h2>{text('coverage')}</h2>
      <p>{text('coverageOf', { nodes: nodes.covered, allNodes: nodes.total, flows: flows.covered, allFlows: flows.total })}</p>
      <Button small onClick={onShow}>{text('tryShow')}</Button>
      {nodes.missing.length > 0 && (
        <>
          <p>{text('notPassed')}</p>
          <ul>{nodes.missing.map((id) => <li key={id}><button type="button" className="link" onClick={() => onStep(id)}>{nameOf(id)}</button></li>)}</ul>
        </>
      )}
    </>
  );
};
