import { CircleAlert, CircleCheck, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PackageTested } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

export type Played = PackageTested['scenarios'][number];

interface Props {
  readonly tested: PackageTested;
  readonly nameOf: (id: string) => string;
  readonly onStep: (id: string) => void;
  readonly onRemove: (file: string) => void;
  /** Takes what came of each as what is expected from now on. */
  readonly onTake: (some: readonly Played[]) => void;
  /** Shows on the drawing what none passes. */
  readonly onShow: () => void;
  /** Why one came otherwise. */
  readonly children: (played: Played, onTake: () => void) => ReactNode;
}

/** What was played: those first that came otherwise, and what none of them passes. */
export const Outcome = ({ tested: { usable, scenarios, nodes, flows }, nameOf, onStep, onRemove, onTake, onShow, children }: Props) => {
  const text = useText();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  const [acts, setActs] = useState(0);
  // what was pressed goes with its row: one goes on at the sum, which says what is left
  useEffect(() => {
    if (acts > 0) title.current?.focus();
  }, [acts]);
  if (!usable) return <Notice kind="danger" title={text('cannotPlay')} />;
  const isFailed = ({ faults }: Played) => faults.length > 0;
  const failed = scenarios.filter(isFailed);
  const takeable = failed.filter(({ came }) => came !== null);
  const atTitle = (act: () => void) => () => {
    act();
    setActs((before) => before + 1);
  };
  return (
    <>
      <h2 ref={title} tabIndex={-1}>{text('scenariosOutcome', { passed: scenarios.length - failed.length, failed: failed.length })}</h2>
      {takeable.length > 1 && (
        <p className="row"><Button small onClick={atTitle(() => onTake(takeable))}>{text('scenarioTakeAll', { count: takeable.length })}</Button><span className="muted">{text('scenarioTakeAllHint')}</span></p>
      )}
      <ul className="scenario-list">
        {[...failed, ...scenarios.filter((played) => !isFailed(played))].map((played) => {
          const { file } = played;
          const name = pick(played.name, language);
          return (
            <li key={file} className={isFailed(played) ? 'scenario-failed' : 'scenario-passed'}>
              <div className="scenario-head">
                <Icon of={isFailed(played) ? CircleAlert : CircleCheck} />
                <span>{name} <span className="visually-hidden">{text(isFailed(played) ? 'scenarioFailed' : 'scenarioPassed')}</span></span>
                <Button small kind="quiet" aria-label={`${text('scenarioRemove')}: ${name}`} onClick={atTitle(() => onRemove(file))}><Icon of={Trash2} />{text('scenarioRemove')}</Button>
              </div>
              {children(played, atTitle(() => onTake([played])))}
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
