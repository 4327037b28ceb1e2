import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { filesIn } from '../package/files-in.ts';
import { useText } from '../words.ts';
import { elementOf, modelOf, setText } from './editing.ts';
import type { Graveness } from './marks.ts';
import type { Drawing, Element } from './modeler.ts';
import type { OutlineRow } from './outline.ts';
import { ClockField } from './panel/clock-field.tsx';
import { LimitField } from './panel/limit-field.tsx';
import { Select } from './panel/select.tsx';
import { Ticks } from './panel/ticks.tsx';
import { listed, stepOf, toggled, type Step, type StepText } from './step.ts';
import { kindWord } from './words/kind.ts';

interface StepTableProps {
  drawing: Drawing;
  rows: readonly OutlineRow[];
  opened: DesignerPackage;
  grave: ReadonlyMap<string, Graveness>;
  onOpen: (id: string) => void;
}

interface Line {
  readonly element: Element;
  readonly step: Step;
  /** What people call it, in the language of the page. */
  readonly name: string;
}

/** Every step as a line: who does it, where, with which form, in what time, what the clock does, which papers. It edits the drawing itself. */
export const StepTable = ({ drawing, rows, opened, grave, onOpen }: StepTableProps) => {
  const text = useText();
  const language = useLanguage();
  const letters = filesIn(opened, 'letters');
  const lines = rows.flatMap((row): Line[] => {
    const element = /[tT]ask$/.test(row.kind) ? elementOf(drawing, row.id) : undefined;
    if (element === undefined) return [];
    const step = stepOf(modelOf(element));
    return [{ element, step, name: (language === 'en' && step.nameEn) || step.name || row.id }];
  });
  const set = ({ element }: Line, name: StepText) => (value: string) => setText(drawing, element, name, value);
  const isPerson = ({ step }: Line) => step.kind === 'userTask' || step.kind === 'manualTask';
  // every control is named by its column and its step; sighted people read the column's title
  const named = (column: string, { step: { id }, name }: Line, key: string) => ({ id: `table-${key}-${id}`, label: `${column}: ${name}` });
  const none = { value: '', label: '–' };
  const ofPeople = (cell: (line: Line) => ReactNode) => (line: Line) => (isPerson(line) ? cell(line) : <span className="muted">–</span>);
  const stepCell = (line: Line) => {
    const grade = grave.get(line.step.id);
    return (
      <>
        <button type="button" className="link" onClick={() => onOpen(line.step.id)}>{line.name}</button>
        <span className="outline-kind">{kindWord(text, line.step.kind)}</span>
        {grade && <span className={`outline-grade outline-${grade.severity}`}><Icon of={grade.severity === 'error' ? CircleAlert : TriangleAlert} />{text(grade.severity === 'error' ? 'errors' : 'warnings', { count: grade.count })}</span>}
      </>
    );
  };
  const clockCell = (line: Line) => <ClockField {...named(text('clock'), line, 'clock')} value={line.step.clock} onCommit={set(line, 'clock')} />;
  const lettersCell = (line: Line) => <Ticks legend={text('lettersHere')} of={line.name} items={letters.map((value) => ({ value, label: value }))} chosen={listed(line.step.letters)} onToggle={(value) => set(line, 'letters')(toggled(line.step.letters, value))} />;
  const columns: readonly Column<Line>[] = [
    { key: 'step', title: text('step'), heading: true, cell: stepCell },
    { key: 'role', title: text('role'), cell: ofPeople((line) => <Select {...named(text('role'), line, 'role')} value={line.step.role} options={[none, ...opened.roles.map(({ role, name }) => ({ value: role, label: pick(name, language) }))]} onChange={set(line, 'role')} />) },
    { key: 'unit', title: text('unit'), cell: ofPeople((line) => <Select {...named(text('unit'), line, 'unit')} value={line.step.unit} options={[{ value: '', label: text('unitCompetent') }, { value: 'receiving', label: text('unitReceiving') }]} onChange={set(line, 'unit')} />) },
    { key: 'form', title: text('form'), cell: ofPeople((line) => <Select {...named(text('form'), line, 'form')} value={line.step.form} options={[none, ...filesIn(opened, 'forms').map((form) => ({ value: form, label: form }))]} onChange={set(line, 'form')} />) },
    { key: 'limit', title: text('timeLimit'), cell: ofPeople((line) => <LimitField {...named(text('timeLimit'), line, 'limit')} value={line.step.timeLimit} onCommit={set(line, 'timeLimit')} />) },
    { key: 'clock', title: text('clock'), cell: clockCell },
    { key: 'letters', title: text('letters'), cell: ofPeople(lettersCell) },
  ];
  return (
    <div className="step-table">
      <Table caption={text('stepTable')} captionHidden rows={lines} rowKey={({ step }) => step.id} columns={columns} />
    </div>
  );
};
