import { useText } from '../../words.ts';
import { loopIn, loopKindOf, loopKinds, setLoopKind, type LoopKind } from '../bpmn/loop.ts';
import { modelOf } from '../editing.ts';
import { BpmnFields, type Drawn } from './bpmn-field.tsx';
import { Select } from './select.tsx';

/** Whether a step is done several times: again as long as something holds, or once for each of several, and when that is enough. */
export const LoopField = (drawn: Drawn) => {
  const text = useText();
  const { drawing, element } = drawn;
  const model = modelOf(element);
  const loop = loopIn(model);
  return (
    <details className="panel-more" open={loop !== undefined}>
      <summary>{text('loop')}</summary>
      <Select id="step-loop" label={text('loopKind')} value={loopKindOf(model)} options={loopKinds.map((kind) => ({ value: kind, label: text(`loop_${kind}`) }))} onChange={(kind) => setLoopKind(drawing, element, kind as LoopKind)} />
      {loop && <BpmnFields {...drawn} holder={loop} id="loop" />}
    </details>
  );
};
