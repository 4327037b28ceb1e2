import type { StateConfig, Transitions } from '../../engine/statechart/machine.ts';
import { noStock, procedureStepNames, procedureSteps, type Piece, type ProcedureStep, type Stock } from '../process/procedure-steps.ts';
import { tidy } from './places.ts';

const isAlone = (name: ProcedureStep): boolean => {
  const { pieces } = procedureSteps[name](noStock);
  return pieces.length === 1 && (pieces[0].type === 'bpmn:UserTask' || pieces[0].type === 'bpmn:ServiceTask');
};

/** Steps of procedures that are one state, and what a statechart has besides. */
export const newStates = [...procedureStepNames.filter(isAlone), 'wait', 'group', 'parallel', 'history', 'end'] as const;
export type NewState = (typeof newStates)[number];

/** A state to begin with, whose work leads on to `next`. */
export function freshState(kind: NewState, id: string, stock: Stock, next: string | undefined): StateConfig {
  const onward: Transitions = next ?? [];
  const inside = (name: string): StateConfig => ({ initial: name, states: { [name]: { meta: { name: { vi: 'Bước mới', en: 'New step' }, task: {} }, on: { [`task.complete.${name}`]: `${name}Done` } }, [`${name}Done`]: { type: 'final' } } });
  switch (kind) {
    case 'wait': return { meta: { name: { vi: 'Chờ', en: 'Wait' } }, after: { '1 working day': onward } };
    case 'group': return tidy({ meta: { name: { vi: 'Nhóm bước', en: 'Group of steps' } }, ...inside(`${id}Step`), ...(next !== undefined && { onDone: next }) });
    case 'parallel': return tidy({ type: 'parallel' as const, meta: { name: { vi: 'Làm cùng lúc', en: 'At the same time' } }, states: { [`${id}One`]: inside(`${id}OneStep`), [`${id}Two`]: inside(`${id}TwoStep`) }, ...(next !== undefined && { onDone: next }) });
    case 'history': return { type: 'history', history: 'deep' };
    case 'end': return { type: 'final', meta: { name: { vi: 'Kết thúc', en: 'End' } } };
    default: return workState(procedureSteps[kind](stock).pieces[0], id, onward);
  }
}

function workState({ type, name, texts = {}, inputs = {} }: Piece, id: string, onward: Transitions): StateConfig {
  const { role, unit, citizenName, citizenNameEn, clock, state, connector = '' } = texts;
  const isPerson = type === 'bpmn:UserTask';
  const meta = tidy({
    name, ...(citizenName !== undefined && { citizenName: { vi: citizenName, en: citizenNameEn ?? citizenName } }),
    ...(isPerson && { task: { ...(role !== undefined && { role }), ...(unit !== undefined && { unit }) } }),
    ...(clock !== undefined && { clock: clock as 'start' }), ...(state !== undefined && { state: Number(state) }),
  });
  if (isPerson) return { meta, on: { [`task.complete.${id}`]: onward } };
  return { meta, invoke: { src: connector, ...(Object.keys(inputs).length > 0 && { input: inputs }), onDone: onward } };
}
