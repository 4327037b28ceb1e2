import { useMemo } from 'react';
import { answerNames } from '../../../procedures/letters/names.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { ConditionEditor } from '../../conditions/condition-editor.tsx';
import type { Named } from '../../conditions/named.ts';
import { connectorAnswers } from '../../connectors/connector-answers.ts';
import { tableAnswers } from '../../decisions/table-answers.ts';
import { useTables } from '../../decisions/use-tables.ts';
import { feelNames, namedFrom } from '../../letters/named-from.ts';
import { useFileTexts } from '../../package/file-text.ts';
import { filesIn } from '../../package/files-in.ts';
import { useForms } from '../../package/use-forms.ts';
import { connectorPath } from '../../proof/try-connector.ts';
import { useText } from '../../words.ts';
import { countedAs } from '../bpmn/counts.ts';
import type { Count } from '../bpmn/fields.ts';
import type { Model } from '../model.ts';
import { answering, inside, stepsBefore } from '../steps-before.ts';

interface StepConditionProps {
  id: string;
  /** The step at which it is asked. */
  at: Model | undefined;
  /** Whether what the step itself answers, or what is done in it, is known by then too. */
  after?: boolean;
  /** What is counted by then. */
  counts?: readonly Count[];
  value: string;
  opened: DesignerPackage;
  legend: string;
  /** The words on the button that begins a condition. */
  begin: string;
  onChange: (feel: string) => void;
}

const processAround = (element: Model): Model => (element.$parent && element.$type !== 'bpmn:Process' ? processAround(element.$parent) : element);

/** What is known by then; what the condition asks already stays readable, whether or not it can be known. */
const askable = (at: Model, after: boolean, condition: string) => {
  const before = [...(after ? [at, ...inside(at).toReversed()] : []), ...stepsBefore(at)];
  const asked = inside(processAround(at)).filter((step) => !before.includes(step) && condition.includes(`${answering(step).result}.`));
  return [...before, ...asked].map(answering);
};

/** A condition over the data of a dossier: chosen from what the steps that lead there ask or decide, the nearest first, and the application; what says more is written in FEEL. */
export const StepCondition = ({ id, at, after = false, counts, value, opened, legend, begin, onChange }: StepConditionProps) => {
  const text = useText();
  const language = useLanguage();
  const { procedure, forms } = useForms(opened);
  // the drawing changes in place: it is asked anew each time
  const steps = at ? askable(at, after, value) : [];
  const stamp = JSON.stringify(steps);
  const tables = useTables(opened);
  const connectors = useFileTexts(opened.key, filesIn(opened, 'connectors').map(connectorPath));
  const named = useMemo(() => {
    const decided = steps.map(({ decision, connector, result, name }) => {
      const group = { vi: `Bước: ${name.vi}`, en: `Step: ${name.en}` };
      const view = tables.find(({ reference }) => reference === decision)?.view;
      if (view?.kind === 'table') return tableAnswers(view, result, group);
      return connector === '' ? [] : connectorAnswers(connectors.get(connectorPath(connector)) ?? '', result, group);
    });
    const speaking = steps.filter(({ form }, index) => form !== undefined || decided[index]!.length > 0);
    const near = ({ name }: Named): number => {
      const at = speaking.findIndex(({ result }) => name === result || name.startsWith(`${result}.`));
      return at < 0 ? speaking.length : at;
    };
    const answered = namedFrom(answerNames({ applicationForm: procedure?.forms.application ?? '', forms }, steps).filter(({ within }) => within === undefined));
    return [...countedAs(counts ?? []), ...[...answered, ...decided.flat()].toSorted((one, other) => near(one) - near(other))];
    // oxlint-disable-next-line react/exhaustive-deps -- the stamp says whether the steps changed
  }, [procedure, forms, tables, connectors, stamp, counts]);
  return (
    <fieldset className="panel-group">
      <legend>{legend}</legend>
      <ConditionEditor
        id={id} value={value || undefined} named={named} names={feelNames(named, language)} open nameLabel={text('theFact')} likely={counts?.[0]} onChange={(when) => onChange(when ?? '')}
        always={{ so: text('conditionNone'), begin, drop: text('conditionDrop') }}
      />
    </fieldset>
  );
};
