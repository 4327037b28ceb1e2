import type { ModdleElement } from 'bpmn-moddle';
import type { Expression, StepProperties } from '../definition.ts';
import { isoDue } from '../iso-timer.ts';
import { feel } from './feel.ts';
import { extensions, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Names that would reach into every object's inheritance instead of naming a value. */
export const unusableName = (name: string): boolean => name in Object.prototype;

const list = (text: string | undefined): readonly string[] | undefined => text?.split(/\s+/);

/** Named FEEL children: `<motcua:input name="…">…</motcua:input>`. */
export const named = (problems: Problems, element: ModdleElement, type: 'motcua:Input' | 'motcua:Output' | 'motcua:Key' | 'motcua:Own' | 'motcua:Local' | 'motcua:Kept'): Record<string, Expression> | undefined => {
  const found: Record<string, Expression> = {};
  for (const child of extensions(element, type)) {
    const name = words(child, 'name');
    if (name === undefined || unusableName(name) || Object.hasOwn(found, name)) {
      problems.error('input-name', element.id, `expected every input and key of ${called(element)} to have a name of its own, but got ${JSON.stringify(name ?? '')}`);
      continue;
    }
    const expression = feel(problems, element.id!, `"${name}" of ${called(element)}`, words(child, 'text') ?? '');
    if (expression) found[name] = expression;
  }
  return Object.keys(found).length > 0 ? found : undefined;
};

const clockOf = (problems: Problems, element: ModdleElement): StepProperties['clock'] => {
  const clock = words(element, 'motcua:clock');
  if (clock === undefined || clock === 'start' || clock === 'limit' || clock === 'end') return clock;
  if (/^pause:\S+$/.test(clock)) return clock as `pause:${string}`;
  problems.error('clock', element.id, `expected the clock of ${called(element)} to be start, limit, end or pause:<cause>, but it is "${clock}"`);
  return undefined;
};

const stateOf = (problems: Problems, element: ModdleElement): number | undefined => {
  const state: unknown = element.get('motcua:state');
  if (state === undefined) return undefined;
  if (typeof state === 'number' && Number.isInteger(state) && state >= 1 && state <= 10) return state;
  problems.error('dossier-state', element.id, `expected the dossier state of ${called(element)} to be a number from 1 to 10, but it is "${String(state)}"`);
  return undefined;
};

const nameOf = (problems: Problems, element: ModdleElement, property: 'result' | 'initiator' | 'performer'): string | undefined => {
  const name = words(element, `motcua:${property}`);
  if (name === undefined || !unusableName(name)) return name;
  problems.error('result-name', element.id, `expected a name for the ${property} of ${called(element)}, but "${name}" cannot be one`);
  return undefined;
};

const dueDateOf = (problems: Problems, element: ModdleElement): StepProperties['dueDate'] => {
  const due = words(element, 'motcua:dueDate');
  if (due === undefined || isoDue({ type: due.startsWith('P') ? 'duration' : 'date', value: due }, '2026-01-01T00:00:00Z') !== undefined) return due;
  if (due.startsWith('=')) return feel(problems, element.id!, `the due date of ${called(element)}`, due);
  problems.error('due-date', element.id, `expected the due date of ${called(element)} to be an ISO 8601 date-time or duration, or =FEEL, but it is "${due}"`);
  return undefined;
};

const variablesOf = (problems: Problems, element: ModdleElement): StepProperties['variables'] => {
  const variables = words(element, 'motcua:variables');
  if (variables === undefined || variables === 'always' || variables === 'unmapped') return variables;
  problems.error('variables', element.id, `expected the variables of ${called(element)} to be always or unmapped, but it is "${variables}"`);
  return undefined;
};

const citizenNameOf = (problems: Problems, element: ModdleElement): StepProperties['citizenName'] => {
  const [vi, en] = [words(element, 'motcua:citizenName'), words(element, 'motcua:citizenNameEn')];
  if (vi === undefined && en !== undefined) problems.error('citizen-name', element.id, `expected what citizens read of ${called(element)} in Vietnamese (citizenName) too, but there is only the English "${en}"`);
  return vi === undefined ? undefined : { vi, en: en ?? vi };
};

/** What a procedure says of a step, from the attributes `motcua:*`. */
export const stepOf = (problems: Problems, element: ModdleElement): StepProperties => {
  const all: { [K in keyof StepProperties]-?: StepProperties[K] | undefined } = {
    form: words(element, 'motcua:form'),
    role: words(element, 'motcua:role'),
    unit: words(element, 'motcua:unit'),
    assignee: words(element, 'motcua:assignee'),
    assignedRole: words(element, 'motcua:assignedRole'),
    performer: nameOf(problems, element, 'performer'),
    timeLimit: words(element, 'motcua:timeLimit'),
    clock: clockOf(problems, element),
    state: stateOf(problems, element),
    fourEyes: list(words(element, 'motcua:fourEyes')),
    result: nameOf(problems, element, 'result'),
    letters: list(words(element, 'motcua:letters')),
    connector: words(element, 'motcua:connector'),
    inputs: named(problems, element, 'motcua:Input'),
    outputs: named(problems, element, 'motcua:Output'),
    inputSets: undefined,
    outputSets: undefined,
    candidates: words(element, 'motcua:candidates')?.split(',').map((group) => group.trim()).filter((group) => group !== ''),
    dueDate: dueDateOf(problems, element),
    initiator: nameOf(problems, element, 'initiator'),
    variables: variablesOf(problems, element),
    decision: words(element, 'motcua:decision'),
    script: undefined,
    citizenName: citizenNameOf(problems, element),
    nameEn: words(element, 'motcua:nameEn'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Mutable<StepProperties>;
};
