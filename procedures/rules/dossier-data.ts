import type { Definition, Node } from '../../engine/definition.ts';
import { variables } from '../../engine/expression/feel.ts';
import { startConditions } from '../../engine/self-started.ts';
import { wordsThatBegin } from '../../engine/words-between.ts';
import { resultName } from '../../engine/result-name.ts';
import { expand } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Form, Schema } from '../../forms/form.ts';
import { actionsIn } from '../../engine/statechart/places.ts';
import { walk } from '../../engine/statechart/walk.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { nodesOf, type Said } from './rule.ts';

/** What stands in a dossier's data besides answers and results (the runtime keeps it). */
const kept: Readonly<Record<string, readonly string[]>> = {
  applicant: ['account', 'name', 'idNo', 'phone', 'email'],
  filing: ['at', 'day', 'channel', 'delivery'],
  dossier: ['id', 'code', 'unit', 'receivingUnit', 'submittedAt', 'acceptedAt', 'dueAt', 'paused', 'state'],
};

/** Everything that is in the data under a name: the fields of a form, fixed names, or `any`. */
export type Place = { readonly form: string; readonly fields: ReadonlyMap<string, Schema> } | { readonly names: readonly string[] } | 'any';

const fieldsOf = (form: Form): ReadonlyMap<string, Schema> => new Map([...expand(form).fields.values()].map(({ id, schema }) => [feelName(id), schema]));

/** What each name of the data holds: forms' answers, steps' results, and what the runtime keeps. */
export function placesOf(loaded: LoadedProcedure): Map<string, Place> {
  const places = new Map<string, Place>(Object.entries(kept).map(([name, names]) => [name, { names }]));
  const add = (name: string, form: string | undefined) => {
    const file = form === undefined ? undefined : loaded.forms.get(form);
    places.set(name, file && form !== undefined ? { form, fields: fieldsOf(file) } : 'any');
  };
  if (wordsThatBegin(loaded.definition).length > 0) places.set('origin', { names: ['dossier', 'code'] });
  if (loaded.procedure.lookUps) places.set('lookUps', { names: loaded.procedure.lookUps.map(({ name }) => name) });
  if (loaded.procedure.parameters) places.set('local', { names: loaded.procedure.parameters.map(({ name }) => name) });
  add('application', loaded.procedure.forms.application);
  for (const node of nodesOf(loaded)) {
    const { kind, step, origin } = node;
    const named = step.result ?? origin;
    if (kind === 'userTask') add(resultName(node), step.form);
    else if (named !== undefined && !places.has(named)) places.set(named, 'any');
    for (const name of [...ownNames(node), ...countedNames(node)]) if (!places.has(name)) places.set(name, 'any');
  }
  for (const { condition } of startConditions(loaded.definition)) for (const path of variables(condition.text)) if (!places.has(path.split('.')[0]!)) places.set(path.split('.')[0]!, 'any');
  for (const name of keptByMachine(loaded.definition)) if (!places.has(name)) places.set(name, 'any');
  return places;
}

/** Names that a statechart keeps by itself: its context, what it assigns and what it decides. */
const keptByMachine = ({ machine }: Definition): readonly string[] => machine === undefined ? [] : [
  ...Object.keys(machine.context ?? {}),
  ...[...walk(machine, machine.id)].flatMap(({ id, state }) => actionsIn(id, state)).flatMap((action) => (action.type === 'assign' ? Object.keys(action.params) : action.type === 'decide' ? [action.params.result] : [])),
];

/** Names that an activity gives besides its answer: who began or did it, what it hands to a called process or knows alone, maps on leaving, or does again for. */
export const ownNames = ({ kind, step, loop, own = [], ...node }: Node): readonly string[] => [
  ...(kind === 'serviceTask' || kind === 'businessRuleTask' ? [] : Object.keys(step.inputs ?? {})), ...Object.keys(step.outputs ?? {}), ...('called' in node ? Object.keys({ ...node.values, ...node.locals, ...node.keeps }) : []), ...own, ...[step.initiator, step.performer].filter((name) => name !== undefined),
  ...(loop?.kind === 'multi' ? [loop.element, loop.output?.name].filter((name) => name !== undefined) : []),
];

/** What the engine counts for whoever asks there: turns and instances of a loop, the ways that came to a complex gateway. */
const countedNames = ({ kind, loop }: Node): readonly string[] => [
  ...(loop ? ['loopCounter'] : []), ...(loop?.kind === 'multi' ? ['numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances', 'numberOfTerminatedInstances'] : []),
  ...(kind === 'complexGateway' ? ['activationCount', 'arrived', 'waitingForStart'] : []),
];

/** Why a path leads to nothing in the dossier's data, if so. */
export function faultOf(places: ReadonlyMap<string, Place>, path: string): Said | undefined {
  const [root = '', ...rest] = path.split('.');
  const place = places.get(root);
  if (place === undefined) return { en: `expected "${path}" to be in the dossier's data, but no step, form or rule gives "${root}"`, vi: `không bước, biểu mẫu hay bảng tính nào cho “${root}”, nên không có “${path}” để hỏi tới` };
  if (place === 'any' || rest.length === 0) return undefined;
  if ('names' in place) return place.names.includes(rest[0]!) ? undefined : { en: `expected "${path}" to be in the dossier's data, but "${root}" has only ${place.names.join(', ')}`, vi: `không có “${path}” để hỏi tới: “${root}” chỉ có ${place.names.join(', ')}` };
  const asked = rest.join('.');
  const there = [...place.fields.keys()].some((field) => field === asked || field.startsWith(`${asked}.`));
  return there ? undefined : { en: `expected "${path}" to be a field of the form "${place.form}", but it has none of that id`, vi: `biểu mẫu “${place.form}” không có câu hỏi “${asked}”: hãy chọn câu hỏi khác, hoặc thêm câu hỏi ấy` };
}
