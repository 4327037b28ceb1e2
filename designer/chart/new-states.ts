import type { Action, StateConfig, Transitions } from '../../engine/statechart/machine.ts';
import { defaultWords } from '../../procedures/default-words.ts';
import { noDecision } from '../../procedures/decision-named.ts';
import { noStock, procedureStepNames, procedureSteps, type Pattern, type Piece, type ProcedureStep, type Stock } from '../process/procedure-steps.ts';
import { plain } from '../process/step.ts';
import { tidy } from './places.ts';

const isAlone = (name: ProcedureStep): boolean => {
  const { pieces } = procedureSteps[name](noStock);
  return pieces.length === 1 && (pieces[0].type === 'bpmn:UserTask' || pieces[0].type === 'bpmn:ServiceTask');
};

/** Steps of procedures that are one state or two, and what a statechart has besides. */
export const newStates = [...procedureStepNames.filter((name) => isAlone(name) || name === 'fee' || name === 'issue'), 'decision', 'wait', 'group', 'parallel', 'history', 'end'] as const;
export type NewState = (typeof newStates)[number];

/** What the second state is called by which a step goes on, where it is two. */
export const secondOf: Readonly<Partial<Record<NewState, string>>> = { fee: 'Wait', issue: 'Letter' };

/** States to begin with, the first of them entered, the last of them leading on to `next`; `second`: how the second is written as a goal of the first. */
export function freshStates(kind: NewState, id: string, stock: Stock, next: string | undefined, second: string): readonly StateConfig[] {
  const onward: Transitions = next ?? [];
  if (kind === 'issue') {
    const [number, letter] = procedureSteps.issue(stock).pieces;
    return [workState(number, id, second), workState(letter!, id, onward)];
  }
  if (kind === 'fee') {
    const { pieces: [request, , wait], ways }: Pattern = procedureSteps.fee(noStock);
    const isOpen = plain(ways.find(({ condition }) => condition !== undefined)!.condition!);
    const asked = { type: 'decide', params: { decision: stock.feeDecision, result: 'fee', inputs: { channel: 'filing.channel' } } } as const satisfies Action;
    const { texts: { result = '' } = {}, message = '' } = wait!;
    return [
      { ...workState(request, id, [{ guard: isOpen, target: second }, ...(next === undefined ? [] : [next])]), ...(stock.feeDecision !== '' && { entry: asked }) },
      { ...saidOf(wait!), on: { [message]: { ...(next !== undefined && { target: next }), actions: { type: 'assign', params: { [result]: 'event.data' } } } } },
    ];
  }
  return [freshState(kind, id, stock, next, onward)];
}

function freshState(kind: Exclude<NewState, 'fee' | 'issue'>, id: string, stock: Stock, next: string | undefined, onward: Transitions): StateConfig {
  const inside = (name: string): StateConfig => ({ initial: name, states: { [name]: { meta: { name: defaultWords.step, task: {} }, on: { [`task.complete.${name}`]: `${name}Done` } }, [`${name}Done`]: { type: 'final' } } });
  switch (kind) {
    case 'decision': return { meta: { name: { vi: 'Tra bảng quyết định', en: 'Ask a decision table' } }, entry: { type: 'decide', params: { decision: noDecision, result: id, inputs: {} } }, always: onward };
    case 'wait': return { meta: { name: { vi: 'Chờ', en: 'Wait' } }, after: { '1 working day': onward } };
    case 'group': return tidy({ meta: { name: { vi: 'Nhóm bước', en: 'Group of steps' } }, ...inside(`${id}Step`), ...(next !== undefined && { onDone: next }) });
    case 'parallel': return tidy({ type: 'parallel' as const, meta: { name: { vi: 'Làm cùng lúc', en: 'At the same time' } }, states: { [`${id}One`]: inside(`${id}OneStep`), [`${id}Two`]: inside(`${id}TwoStep`) }, ...(next !== undefined && { onDone: next }) });
    case 'history': return { type: 'history', history: 'deep' };
    case 'end': return { type: 'final', meta: { name: { vi: 'Kết thúc', en: 'End' } } };
    default: return workState(procedureSteps[kind](stock).pieces[0], id, onward);
  }
}

/** What a ready step says of itself. */
function saidOf({ type, name, texts = {} }: Piece) {
  const { role, unit, citizenName, citizenNameEn, clock, state, result } = texts;
  return { meta: tidy({
    name, ...(citizenName !== undefined && { citizenName: { vi: citizenName, en: citizenNameEn ?? citizenName } }),
    ...(type === 'bpmn:UserTask' && { task: { ...(role !== undefined && { role }), ...(unit !== undefined && { unit }) } }),
    ...(type === 'bpmn:ServiceTask' && result !== undefined && { result }),
    ...(clock !== undefined && { clock: clock as 'start' }), ...(state !== undefined && { state: Number(state) }),
  }) };
}

function workState(piece: Piece, id: string, onward: Transitions): StateConfig {
  const { type, texts: { connector = '' } = {}, inputs = {} } = piece;
  const isPerson = type === 'bpmn:UserTask';
  const { meta } = saidOf(piece);
  if (isPerson) return { meta, on: { [`task.complete.${id}`]: onward } };
  return { meta, invoke: { src: connector, ...(Object.keys(inputs).length > 0 && { input: inputs }), onDone: onward } };
}
