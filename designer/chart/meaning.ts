import type { LocalText } from '../../engine/definition.ts';
import type { Machine, Meta, StateConfig } from '../../engine/statechart/machine.ts';
import { holdsStates } from '../../engine/statechart/walk.ts';
import { blankStep, listed, type NamedExpression, type StepText, type StepTexts } from '../process/step.ts';
import { leadsOf, workOf } from './leads.ts';
import { tidy, withState } from './places.ts';

/** What a state is, in the words of the outline. */
export type StateKind = 'userTask' | 'serviceTask' | 'endEvent' | 'history' | 'parallel' | 'group' | 'state' | 'process';

export function kindOf(state: StateConfig, isRoot: boolean): StateKind {
  if (isRoot) return 'process';
  if (state.type === 'final') return 'endEvent';
  if (state.type === 'history') return 'history';
  if (holdsStates(state)) return state.type === 'parallel' ? 'parallel' : 'group';
  return state.meta?.task ? 'userTask' : state.invoke ? 'serviceTask' : 'state';
}

/** What a state says as a step, in the words that a drawn step has. */
export function textsOf({ meta = {}, invoke }: StateConfig): StepTexts {
  const { name, citizenName, task = {}, clock = '', state, result = '' } = meta;
  const { fourEyes = [], letters = [], ...said } = task;
  return {
    ...blankStep, ...said, clock, result, name: name?.vi ?? '', nameEn: name?.en ?? '', citizenName: citizenName?.vi ?? '', citizenNameEn: citizenName?.en ?? '',
    state: state === undefined ? '' : String(state), fourEyes: fourEyes.join(' '), letters: letters.join(' '), connector: invoke?.src ?? '',
  };
}

/** A name in both languages: one that is missing is said in the other until somebody says it. */
function inBoth(before: LocalText | undefined, language: 'vi' | 'en', text: string): LocalText | undefined {
  const other = language === 'vi' ? before?.en : before?.vi;
  const said = text || other;
  if (!said || (text === '' && (other === before?.[language] || other === undefined))) return undefined;
  return language === 'vi' ? { vi: said, en: other ?? said } : { vi: other ?? said, en: said };
}

function metaWith(meta: Meta, name: StepText | 'name', text: string): Meta {
  switch (name) {
    case 'name': return { ...meta, name: inBoth(meta.name, 'vi', text)! };
    case 'nameEn': return { ...meta, name: inBoth(meta.name, 'en', text)! };
    case 'citizenName': return { ...meta, citizenName: inBoth(meta.citizenName, 'vi', text)! };
    case 'citizenNameEn': return { ...meta, citizenName: inBoth(meta.citizenName, 'en', text)! };
    case 'clock': return { ...meta, clock: (text || undefined) as NonNullable<Meta['clock']> };
    case 'result': return { ...meta, result: (text || undefined)! };
    case 'state': return { ...meta, state: (text === '' ? undefined : Number(text))! };
    case 'fourEyes':
    case 'letters': return { ...meta, task: tidy<NonNullable<Meta['task']>>({ ...meta.task, [name]: text === '' ? undefined : listed(text) }) };
    default: return { ...meta, task: tidy<NonNullable<Meta['task']>>({ ...meta.task, [name]: text || undefined }) };
  }
}

/** Says one thing of a state as a step; blank takes it away. */
export const setText = (machine: Machine, id: string, name: StepText | 'name', text: string): Machine =>
  withState(machine, id, (state) => {
    const said = text.normalize('NFC').trim();
    if (name === 'connector') return state.invoke ? { ...state, invoke: { ...state.invoke, src: said } } : state;
    const meta = tidy(metaWith(state.meta ?? {}, name, said));
    const { meta: _, ...others } = state;
    return Object.keys(meta).length === 0 ? others : state.meta ? { ...state, meta } : { meta, ...others };
  });

/** What the machine is given that works while a state is active. */
export const inputsOf = ({ invoke }: StateConfig): readonly NamedExpression[] => Object.entries(invoke?.input ?? {}).map(([name, text]) => ({ name, text }));

/** Gives it something else. */
export const setInputs = (machine: Machine, id: string, inputs: readonly NamedExpression[]): Machine =>
  withState(machine, id, (state) => {
    if (!state.invoke) return state;
    const input = inputs.length === 0 ? undefined : Object.fromEntries(inputs.map(({ name, text }) => [name.trim(), text.trim()]));
    return { ...state, invoke: tidy<NonNullable<StateConfig['invoke']>>({ ...state.invoke, input }) };
  });

export const works = ['userTask', 'serviceTask', 'state', 'endEvent'] as const;
export type Work = (typeof works)[number];

/** What is done while a state that holds no others is active: by a person, by the machine, nothing but to wait, or it is the end. Its transitions lead on from the new work. */
export const setWork = (machine: Machine, id: string, work: Work, elsewhere: string | undefined): Machine =>
  withState(machine, id, (state) => {
    const before = workOf(id, state);
    const leads = leadsOf(id, state);
    const own = leads.filter(({ spot }) => before?.list === spot.list && before.key === spot.key).map(({ transition }) => transition);
    const on = { ...state.on };
    delete on[`task.complete.${id}`];
    const { type: _, invoke: __, on: ___, after, always, meta, ...others } = state;
    const { task, ...said } = meta ?? {};
    const ways = own.length > 0 ? own : elsewhere === undefined ? [] : [{ target: elsewhere }];
    const value = ways.length === 1 ? ways[0]! : ways;
    const rest = tidy<Pick<StateConfig, 'after' | 'always'>>({ after, always });
    switch (work) {
      case 'userTask': return { ...others, meta: { ...said, task: task ?? {} }, on: { [`task.complete.${id}`]: value, ...on }, ...rest };
      case 'serviceTask': return tidy<StateConfig>({ ...others, meta: meta && said, invoke: { src: 'notify', onDone: value }, on: Object.keys(on).length > 0 ? on : undefined, ...rest });
      case 'state': return tidy<StateConfig>({ ...others, meta: meta && said, on: Object.keys(on).length > 0 ? on : undefined, ...rest });
      case 'endEvent': return tidy<StateConfig>({ type: 'final', ...others, meta: meta && said });
    }
  });
