import { Link } from 'wouter';
import type { PackageTested, ScenarioFault } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Exact } from '../findings/exact.tsx';
import { useText } from '../words.ts';
import { factWords } from './fact-words.ts';

type Played = PackageTested['scenarios'][number];

interface ScenarioFaultsProps {
  packageKey: string;
  played: Played;
  nameOf: (id: string) => string;
  letters: ReadonlyMap<string, string>;
  onStep: (id: string) => void;
  /** Shows on the drawing what was passed, and where it left what was expected. */
  onShow: (fault: ScenarioFault | undefined) => void;
  /** Takes what came as what is expected from now on. */
  onTake: () => void;
}

/** What is to be done about it, by what went wrong. */
const advice = (fault: ScenarioFault) => (fault.what === 'file' ? 'scenarioDoFile' : fault.what === 'incident' ? 'scenarioDoStep' : fault.what === 'start' || fault.what === 'answer' || fault.what === 'deed' ? 'scenarioDoRecord' : 'scenarioDoTake');

/** Why a scenario did not come out as it is written: what was expected, what came, where, and what can be done. */
export const ScenarioFaults = ({ packageKey, played: { faults, passed, came }, nameOf, letters, onStep, onShow, onTake }: ScenarioFaultsProps) => {
  const text = useText();
  const language = useLanguage();
  const names = { text, language, nameOf, letters };
  const [first] = faults;
  if (first === undefined) return null;
  return (
    <div className="scenario-faults">
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>
            <strong>{text(`scenarioFault_${fault.what}`)}{fault.path !== undefined && ` ${fault.path}`}</strong>
            {fault.what === 'path' || !('expected' in fault) ? <p><Exact of={fault} nameOf={nameOf} /></p> : (
              <dl className="scenario-apart">
                <div><dt>{text('scenarioExpected')}</dt><dd>{factWords(fault.what, fault.expected, names)}</dd></div>
                <div><dt>{text('scenarioCame')}</dt><dd>{factWords(fault.what, fault.came, names)}</dd></div>
              </dl>
            )}
            {fault.element !== undefined && nameOf(fault.element) !== fault.element && <p>{text(fault.what === 'path' ? 'scenarioLeftAt' : 'scenarioAt')} <button type="button" className="link" onClick={() => onStep(fault.element!)}>{nameOf(fault.element)}</button></p>}
          </li>
        ))}
      </ul>
      <p>{text(advice(first))}</p>
      <p className="row">
        {passed.length > 0 && <Button small onClick={() => onShow(faults.find(({ element }) => element !== undefined))}>{text('tryShow')}</Button>}
        {came && <Button small onClick={onTake}>{text('scenarioTake')}</Button>}
        {first.what !== 'incident' && <Link className="link" href={`/packages/${packageKey}/try`}>{text('scenarioAgain')}</Link>}
      </p>
    </div>
  );
};
