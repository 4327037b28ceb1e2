import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useFileChoices } from '../package/file-names.ts';
import { useForms } from '../package/use-forms.ts';
import { useText } from '../words.ts';
import { assigneeChoices, type Assigning } from './assigning.ts';
import { byFormula } from './assignment.ts';
import { letterIssued, named as feelOf } from './letter-issued.ts';
import type { Graveness } from './marks.ts';
import { ClockField } from './panel/clock-field.tsx';
import { LimitField } from './panel/limit-field.tsx';
import { Select } from './panel/select.tsx';
import { Ticks } from './panel/ticks.tsx';
import { roleWords } from './role-words.ts';
import { listed, toggled, type NamedExpression, type SetStep, type StepTexts } from './step.ts';
import { unitOptions } from './unit-words.ts';

/** A step as a line of the table, drawn or as a state. */
export interface StepLine {
  readonly id: string;
  readonly step: StepTexts;
  /** What it is, in a word. */
  readonly kind: string;
  /** What people call it, in the language of the page. */
  readonly name: string;
  readonly isPerson: boolean;
  /** The role of the lane around it. */
  readonly laneRole?: string | undefined;
  readonly set: SetStep;
  /** What a machine's step is given. */
  readonly inputs: readonly NamedExpression[];
  readonly setInputs: (inputs: readonly NamedExpression[]) => void;
  /** To whom it may be given from the start. */
  readonly assigning: Assigning;
}

interface StepTableProps {
  lines: readonly StepLine[];
  opened: DesignerPackage;
  grave: ReadonlyMap<string, Graveness>;
  onOpen: (id: string) => void;
}

/** Every step as a line: who does it, where, to whom it is given, with which form, in what time, what the clock does, which papers. It edits the process itself. */
export const StepTable = ({ lines, opened, grave, onOpen }: StepTableProps) => {
  const text = useText();
  const language = useLanguage();
  const letters = useFileChoices(opened, 'letters');
  const forms = useFileChoices(opened, 'forms');
  const { forms: answered } = useForms(opened);
  // every control is named by its column and its step; sighted people read the column's title
  const named = (column: string, { id, name }: StepLine, key: string) => ({ id: `table-${key}-${id}`, label: `${column}: ${name}` });
  const none = { value: '', label: '–' };
  const ofPeople = (cell: (line: StepLine) => ReactNode) => (line: StepLine) => (line.isPerson ? cell(line) : null);
  const units = unitOptions(opened, text, language);
  const roleCell = (line: StepLine) => <Select {...named(text('role'), line, 'role')} value={line.step.role} options={[{ value: '', label: (line.step.role === '' && roleWords(line.step, line.laneRole, opened.roles, language)) || none.label }, ...opened.roles.map(({ role, name }) => ({ value: role, label: pick(name, language) }))]} onChange={line.set('role')} />;
  const stepCell = (line: StepLine) => {
    const grade = grave.get(line.id);
    return (
      <>
        <button type="button" className="link" onClick={() => onOpen(line.id)}>{line.name}</button>
        <span className="outline-kind">{line.kind}</span>
        {grade && <span className={`outline-grade outline-${grade.severity}`}><Icon of={grade.severity === 'error' ? CircleAlert : TriangleAlert} />{text(grade.severity === 'error' ? 'errors' : 'warnings', { count: grade.count })}</span>}
      </>
    );
  };
  const assigneeCell = (line: StepLine) => {
    if (line.step.role === 'applicant') return null;
    const { options, chosen, choose } = assigneeChoices(line.assigning, { forms: answered, value: line.step.assignee, onChange: line.set('assignee') }, text, language);
    // a formula is shown as it is written; it is changed where there is room for it
    return <Select {...named(text('assignee'), line, 'assignee')} value={chosen} options={chosen === byFormula ? [...options, { value: byFormula, label: line.step.assignee }] : options} onChange={(next) => next !== byFormula && choose(next)} />;
  };
  const clockCell = (line: StepLine) => <ClockField {...named(text('clock'), line, 'clock')} value={line.step.clock} onCommit={line.set('clock')} />;
  const issuedCell = (line: StepLine) => {
    const issued = letterIssued(line);
    if (!issued) return null;
    const options = letters.map(({ value, label }) => ({ value: feelOf(value), label }));
    return <Select {...named(text('lettersHere'), line, 'letter')} value={issued.letter} options={issued.letter === '' ? [{ value: '', label: text('choose') }, ...options] : options} onChange={issued.choose} />;
  };
  const draftedCell = (line: StepLine) => <Ticks legend={text('lettersHere')} of={line.name} items={letters} chosen={listed(line.step.letters)} onToggle={(value) => line.set('letters')(toggled(line.step.letters, value))} />;
  const columns: readonly Column<StepLine>[] = [
    { key: 'step', title: text('step'), heading: true, cell: stepCell },
    { key: 'role', title: text('role'), cell: ofPeople(roleCell) },
    { key: 'unit', title: text('unit'), cell: ofPeople((line) => <Select {...named(text('unit'), line, 'unit')} value={line.step.unit} options={units} onChange={line.set('unit')} />) },
    { key: 'assignee', title: text('assignee'), cell: ofPeople(assigneeCell) },
    { key: 'form', title: text('form'), cell: ofPeople((line) => <Select {...named(text('form'), line, 'form')} value={line.step.form} options={[none, ...forms]} onChange={line.set('form')} />) },
    { key: 'limit', title: text('timeLimit'), cell: ofPeople((line) => <LimitField {...named(text('timeLimit'), line, 'limit')} value={line.step.timeLimit} onCommit={line.set('timeLimit')} />) },
    { key: 'clock', title: text('clock'), cell: clockCell },
    { key: 'letters', title: text('lettersHere'), cell: (line) => (line.isPerson ? draftedCell(line) : issuedCell(line)) },
  ];
  return (
    <div className="step-table">
      <Table caption={text('stepTable')} captionHidden rows={lines} rowKey={({ id }) => id} columns={columns} />
    </div>
  );
};
