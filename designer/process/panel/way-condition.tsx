import { useMemo } from 'react';
import { answerNames } from '../../../procedures/letters/names.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { ConditionEditor } from '../../conditions/condition-editor.tsx';
import { feelNames, namedFrom } from '../../letters/named-from.ts';
import { useForms } from '../../package/use-forms.ts';
import { useText } from '../../words.ts';
import { setCondition } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { one, type Model } from '../model.ts';
import { stepOf, type Way } from '../step.ts';
import { inside, stepsBefore } from '../steps-before.ts';

const answering = (model: Model) => {
  const { id, name, nameEn, result, form } = stepOf(model);
  return { result: result || id, form: form || undefined, name: { vi: name || id, en: nameEn || name || id } };
};

const processAround = (element: Model): Model => (element.$parent && element.$type !== 'bpmn:Process' ? processAround(element.$parent) : element);

/** What is known by then; what the condition asks already stays readable, whether or not it can be known. */
const askable = (source: Model, condition: string) => {
  const before = stepsBefore(source);
  const asked = inside(processAround(source)).filter((step) => !before.includes(step) && condition.includes(`${answering(step).result}.`));
  return [...before, ...asked].map(answering);
};

/** When a way is taken: chosen from what the steps that lead there ask, the nearest first, and the application; what says more is written in FEEL. */
export const WayCondition = ({ drawing, flow, way, opened, legend }: { drawing: Drawing; flow: Element; way: Way; opened: DesignerPackage; legend: string }) => {
  const text = useText();
  const language = useLanguage();
  const { procedure, forms } = useForms(opened);
  const source = one(flow.businessObject as Model, 'sourceRef');
  // the drawing changes in place: it is asked anew each time
  const steps = source ? askable(source, way.condition) : [];
  const stamp = JSON.stringify(steps);
  // oxlint-disable-next-line react/exhaustive-deps -- the stamp says whether the steps changed
  const named = useMemo(() => namedFrom(answerNames({ applicationForm: procedure?.forms.application ?? '', forms }, steps).filter(({ within }) => within === undefined)), [procedure, forms, stamp]);
  return (
    <fieldset className="panel-group">
      <legend>{legend}</legend>
      <ConditionEditor
        id={`way-${way.id}`} value={way.condition || undefined} named={named} names={feelNames(named, language)} open nameLabel={text('theFact')} onChange={(when) => setCondition(drawing, flow, when ?? '')}
        always={{ so: text('conditionNone'), begin: text('conditionBegin'), drop: text('conditionDrop') }}
      />
    </fieldset>
  );
};
