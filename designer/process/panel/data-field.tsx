import { useText } from '../../words.ts';
import { setNamed } from '../editing.ts';
import type { Step } from '../step.ts';
import type { Drawn } from './bpmn-field.tsx';
import { InputsField } from './inputs-field.tsx';

const throwing = /^(endEvent|intermediateThrowEvent)$/;
const catching = /^(startEvent|intermediateCatchEvent|boundaryEvent)$/;

/** What a step is given besides the data of the dossier, and what of its answer is kept under which name. */
export const DataField = ({ drawing, element, step, isMachine }: Drawn & { step: Step; isMachine: boolean }) => {
  const text = useText();
  const takes = !isMachine && !catching.test(step.kind);
  const isCall = step.kind === 'callActivity';
  const count = (takes ? step.inputs.length : 0) + step.outputs.length;
  return (
    <details className="panel-more" open={isCall || count > 0}>
      <summary>{text('dataMapped')}</summary>
      <p className="muted small">{text(isCall ? 'dataMappedCall' : 'dataMappedHint')}</p>
      {takes && <InputsField id="given" inputs={step.inputs} onChange={(inputs) => setNamed(drawing, element, 'motcua:Input', inputs)} />}
      {!throwing.test(step.kind) && <InputsField id="kept" legend={text('outputs')} words="Output" inputs={step.outputs} onChange={(outputs) => setNamed(drawing, element, 'motcua:Output', outputs)} />}
    </details>
  );
};
