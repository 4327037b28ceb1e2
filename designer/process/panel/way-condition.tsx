import { useMemo } from 'react';
import { givenNames } from '../../../procedures/letters/given-names.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { ConditionEditor } from '../../conditions/condition-editor.tsx';
import { feelNames, namedFrom } from '../../letters/named-from.ts';
import { useLetterNames } from '../../letters/use-letter-names.ts';
import { useText } from '../../words.ts';
import { answeredBefore } from '../answered-before.ts';
import { unknownAt } from '../known-at.ts';
import { modelOf, setCondition } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { stepOf, type Way } from '../step.ts';

/** Known to letters alone: what their issuer adds. */
const unasked = new Set(givenNames.map(({ feel }) => feel).filter((feel) => !feel.startsWith('fee.')));

/** When a way is taken: chosen from what the application asks and the steps that lead there, the nearest first; what says more is written in FEEL. */
export const WayCondition = ({ drawing, flow, way, opened, legend }: { drawing: Drawing; flow: Element; way: Way; opened: DesignerPackage; legend: string }) => {
  const text = useText();
  const language = useLanguage();
  const { names, definition } = useLetterNames(opened, '');
  const before = flow.source && answeredBefore(flow.source);
  const answers = before && stepOf(modelOf(before));
  const first = answers && `${answers.result || answers.id}.`;
  const isFirst = ({ feel }: { readonly feel: string }): boolean => first !== undefined && feel.startsWith(first);
  const source = flow.source?.id ?? '';
  const unknown = useMemo(() => (definition?.nodes[source] ? unknownAt(definition, source) : new Set<string>()), [definition, source]);
  // what the condition asks already stays readable, whether or not it can be known
  const isKnown = (feel: string): boolean => !unknown.has(feel.split('.')[0] ?? '') || way.condition.includes(feel);
  const asked = names.filter(({ feel, within }) => within === undefined && !unasked.has(feel) && !feel.startsWith('inputs.') && isKnown(feel));
  const named = namedFrom([...asked.filter(isFirst), ...asked.filter((name) => !isFirst(name))]);
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
