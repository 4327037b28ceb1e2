import { mayStand } from '../../engine/bpmn/attribute-places.ts';
import type { Kind } from '../../engine/definition.ts';
import type { DesignerPackage, StepCounts } from '../../server/api/designer.ts';
import { timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { assigningOf } from './assigning.ts';
import { laneRoleOf, setStep } from './assignment.ts';
import { calledWords, isBeside } from './beside.ts';
import { countWords } from './count-words.ts';
import { drawnWords } from './drawn-words.ts';
import { elementOf, modelOf, setInputs } from './editing.ts';
import type { Drawing } from './drawing-tools.ts';
import { textIn } from './model.ts';
import type { OutlineLine } from './outline-view.tsx';
import type { OutlineRow } from './outline.ts';
import { roleWords } from './role-words.ts';
import type { StepLine } from './step-table.tsx';
import { stepOf, type StepTexts } from './step.ts';
import { kindWord } from './words/kind.ts';

export interface Reading {
  readonly text: Text;
  readonly language: Language;
  readonly roles: DesignerPackage['roles'];
  readonly counts: StepCounts | undefined;
}

/** What the outline says of a step besides its name: who does it in what time, and the dossiers that stand there. */
export function factsOf(id: string, step: Pick<StepTexts, 'role' | 'candidates' | 'timeLimit'> | undefined, { text, language, roles, counts }: Reading, laneRole?: string): readonly string[] {
  const who = [step && roleWords(step, laneRole, roles, language), step?.timeLimit && timeLimit(step.timeLimit, language)].filter(Boolean).join(' · ');
  const count = counts?.counts.find(({ node }) => node === id);
  return [who, count ? countWords(text, count) : ''].filter((fact) => fact !== '');
}

/** The rows of a drawn process as the outline reads them. */
export const linesOf = (drawing: Drawing, rows: readonly OutlineRow[], reading: Reading): readonly OutlineLine[] =>
  rows.map(({ id, kind, depth }) => {
    const element = elementOf(drawing, id);
    const step = element && stepOf(modelOf(element));
    const word = kindWord(reading.text, kind);
    if (element && isBeside(kind)) return { id, depth, kind: word, name: calledWords(modelOf(element), reading.language, reading.text), facts: kind === 'lane' ? factsOf(id, { role: textIn(modelOf(element), 'motcua:role'), candidates: '', timeLimit: '' }, reading) : [] };
    return { id, depth, kind: word, name: element ? drawnWords(modelOf(element), reading.language, (goal) => goal) : id, facts: factsOf(id, step, reading, element && kind === 'userTask' ? laneRoleOf(modelOf(element)) : undefined) };
  });

/** The steps among them as lines of the table. */
export const stepLines = (drawing: Drawing, rows: readonly OutlineRow[], text: Text, language: Language): readonly StepLine[] =>
  rows.flatMap((row): StepLine[] => {
    const element = /[tT]ask$/.test(row.kind) ? elementOf(drawing, row.id) : undefined;
    if (element === undefined) return [];
    const step = stepOf(modelOf(element));
    return [{
      id: row.id, step, kind: kindWord(text, step.kind), name: drawnWords(modelOf(element), language, (goal) => goal), isPerson: mayStand('form', step.kind as Kind),
      laneRole: laneRoleOf(modelOf(element)), set: setStep(drawing, element), inputs: step.inputs, setInputs: (inputs) => setInputs(drawing, element, inputs), assigning: assigningOf(drawing, element, language),
    }];
  });
