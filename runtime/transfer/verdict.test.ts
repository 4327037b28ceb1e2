import assert from 'node:assert/strict';
import { startClock } from '../../engine/calendar/clock.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Data, State } from '../../engine/state.ts';
import { chart } from '../../engine/testing/chart.ts';
import { compiled } from '../../engine/testing/compiled.ts';
import { diagram, flows } from '../../engine/testing/diagram.ts';
import { start, transition } from '../../engine/transition.ts';
import { compile } from '../../forms/compile.ts';
import type { Form, Schema } from '../../forms/form.ts';
import { small } from '../../forms/testing/small.ts';
import { validate } from '../../forms/validate.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { verdictOn, type Flown } from './verdict.ts';

const at = '2026-11-23T02:00:00.000Z';

interface Step { readonly id: string; readonly form?: string; readonly role?: string; readonly limit?: string }
/** A procedure of steps one after the other, in short. */
interface Short { readonly steps: readonly Step[]; readonly forms?: Readonly<Record<string, Form>>; readonly limit?: string }

const drawn = {
  diagram: async (steps: readonly Step[]): Promise<Definition> => compiled(diagram(
    `<startEvent id="s"/>${steps.map(({ id, form, role, limit }) => `<userTask id="${id}"${form ? ` motcua:form="${form}"` : ''}${role ? ` motcua:role="${role}"` : ''}${limit ? ` motcua:timeLimit="${limit}"` : ''}/>`).join('')}<endEvent id="e"/>${flows(['s', ...steps.map(({ id }) => id), 'e'].join(' -> '))}`), 'p'),
  statechart: async (steps: readonly Step[]): Promise<Definition> => chart({
    id: 'p', initial: steps[0]!.id,
    states: Object.fromEntries([...steps.map(({ id, form, role, limit }, index) => [id, { meta: { task: { ...(form && { form }), ...(role && { role }), ...(limit && { timeLimit: limit }) } }, on: { [`task.complete.${id}`]: steps[index + 1]?.id ?? 'e' } }]), ['e', { type: 'final' }]]),
  }),
};

const asking = (properties: Record<string, Schema>, required: readonly string[] = []): Form => small(properties, [], { required });
const line: Schema = { $ref: 'motcua:line' };
const name = asking({ name: line }, ['name']);
const base: Short = { steps: [{ id: 'check', form: 'check', role: 'handler', limit: '3 working days' }, { id: 'sign', form: 'sign', role: 'signer' }], forms: { application: name, check: asking({ note: line }), sign: asking({}) }, limit: '7 working days' };
const change = (more: Partial<Short>): Short => ({ ...base, ...more, forms: { ...base.forms, ...more.forms } });
const steps = (...of: readonly Step[]): Short => change({ steps: of });
const [check, sign] = base.steps as [Step, Step];

interface Stands { readonly done?: readonly string[]; readonly claimed?: string; readonly data?: Data; readonly clock?: boolean; readonly mapping?: Readonly<Record<string, string>> }
type Case = readonly [to: Short, stands: Stands, verdict: string, reasons?: readonly string[]];

const cases: Readonly<Record<string, Case>> = {
  'nothing is changed': [base, { claimed: 'check', clock: true }, 'safe'],
  'a step to come is new': [steps(check, { id: 'more' }, sign), {}, 'safe'],
  'a step that is over is gone': [steps(sign), { done: ['check'] }, 'safe'],
  'a step to come has another limit': [steps(check, { ...sign, limit: '1 working day' }), {}, 'safe'],
  'a step to come asks more': [change({ forms: { sign: asking({ why: line }, ['why']) } }), {}, 'safe'],
  'an open step asks more, and nobody has it in hand': [change({ forms: { check: asking({ note: line, why: line }, ['why']) } }), {}, 'safe'],
  'an open step that somebody has in hand asks more': [change({ forms: { check: asking({ note: line, why: line }, ['why']) } }), { claimed: 'check' }, 'clerk', ['in-hand check']],
  'an open step in hand is only worded otherwise': [change({ forms: { check: { ...asking({ note: line }), title: { vi: 'Khác', en: 'Other' } } } }), { claimed: 'check' }, 'safe'],
  'an open step in hand has another form': [steps({ ...check, form: 'sign' }, sign), { claimed: 'check' }, 'clerk', ['in-hand check']],
  'an open step in hand has another role': [steps({ ...check, role: 'signer' }, sign), { claimed: 'check' }, 'clerk', ['in-hand check']],
  'an open step that nobody has in hand has another role': [steps({ ...check, role: 'signer' }, sign), {}, 'safe'],
  'the step where it stands is gone': [steps(sign), {}, 'clerk unable', ['gone check']],
  'the step where it stands is gone, and another takes its place': [steps({ ...check, id: 'look' }, sign), { mapping: { check: 'look' } }, 'safe'],
  'the limit of the open step is another': [steps({ ...check, limit: '2 working days' }, sign), {}, 'clerk', ['limit check 3 working days→2 working days']],
  'the open step has no limit any more': [steps({ id: 'check', form: 'check', role: 'handler' }, sign), {}, 'clerk', ['limit check 3 working days→']],
  'the limit of the whole is another, and its clock runs': [change({ limit: '5 working days' }), { clock: true }, 'clerk', ['due p 7 working days→5 working days']],
  'the limit of the whole is another, and its clock has not begun': [change({ limit: '5 working days' }), {}, 'safe'],
  'the limit of the whole is another, and one was decided for it': [change({ limit: '5 working days' }), { clock: true, data: { timeLimit: '9 working days' } }, 'safe'],
  'the application asks what it does not have': [change({ forms: { application: asking({ name: line, phone: line }, ['name', 'phone']) } }), {}, 'citizen', ['application phone missing']],
  'the application asks what it has': [change({ forms: { application: asking({ name: line, phone: line }, ['name', 'phone']) } }), { data: { application: { name: 'An', phone: '1' } } }, 'safe'],
  'the application asks more that may be left out': [change({ forms: { application: asking({ name: line, phone: line }, ['name']) } }), {}, 'safe'],
  'an answer of the application does not fit any more': [change({ forms: { application: asking({ name: { type: 'integer' } }, ['name']) } }), {}, 'citizen', ['application name']],
  'the application was wrong before and is so still': [change({ forms: { application: asking({ name: line, more: line }, ['name']) } }), { data: { application: {} } }, 'safe'],
  'a step that was done asks what nobody answered': [change({ forms: { check: asking({ note: line, why: line }, ['why']) } }), { done: ['check'], data: { check: { note: 'x' } } }, 'clerk', ['answered check why missing']],
  'the gravest of several reasons counts': [change({ steps: [{ ...check, limit: '2 working days' }, sign], forms: { application: asking({ name: line, phone: line }, ['phone']) } }), {}, 'citizen', ['application phone missing', 'limit check 3 working days→2 working days']],
  'a step that is gone does not hide what else is to be done': [change({ steps: [sign], forms: { application: asking({ name: line, phone: line }, ['phone']) } }), {}, 'citizen unable', ['gone check', 'application phone missing']],
};

for (const [kind, draw] of Object.entries(drawn)) describe(`whether a dossier of a ${kind} may go on under another version, where`, () => {
  const procedure = async (hash: string, { steps: of, forms = {}, limit = '' }: Short): Promise<RunnableProcedure> => ({
    key: 'short', hash, name: { vi: 'Thử', en: 'Try' }, definition: await draw(of), environment: {}, timeLimit: () => limit, forms: new Map(Object.entries(forms)),
    check: (form, answer) => validate(forms[form]!, compile(forms[form]!), answer, { at }).errors.map(({ path, message, keyword }) => ({ path, message: message.en, ...(keyword === 'required' && { missing: true }) })),
  });
  const standing = ({ definition }: RunnableProcedure, { done = [], data = {} }: Stands): State => {
    const moved = (step: ReturnType<typeof start>): State => {
      if ('rejected' in step) throw new Error(step.message);
      return step.state;
    };
    let state = moved(start(definition, { type: 'start', at, by: 'an', data: { application: { name: 'An' }, ...data } }));
    for (const id of done) state = moved(transition(definition, state, { type: 'task.complete', at, by: 'hai', token: state.tokens.find((token) => token.at === id)!.id, data: data[id] ?? {} }));
    return state;
  };
  for (const [what, [to, stands, verdict, reasons = []]] of Object.entries(cases)) it(what, async () => {
    const [former, target] = [await procedure('1', base), await procedure('2', to)];
    const { data, ...progress } = standing(former, stands);
    const open = progress.tokens.map((token) => token.at).filter((id) => base.steps.some((step) => step.id === id));
    const task = (node: string, status: 'open' | 'completed') => ({ node, name: { vi: node, en: node }, status, claimedBy: stands.claimed === node ? 'hai' : null });
    const flown: Flown = { dossier: { progress, data, submittedAt: at, channel: 'online', clock: stands.clock === true ? startClock(at, '7 working days') : null }, tasks: [...open.map((id) => task(id, 'open')), ...(stands.done ?? []).map((id) => task(id, 'completed'))] };
    const found = verdictOn(flown, { former, target, mapping: stands.mapping ?? {} }, at);
    const said = found.reasons.map(({ code, element, field, missing, from, to: until }) => [code, element, ...(field !== undefined && field !== element ? [field] : []), ...(missing ? ['missing'] : []), ...(from === undefined ? [] : [`${from}→${until}`])].join(' '));
    assert.deepEqual([`${found.verdict}${found.able ? '' : ' unable'}`, said], [verdict, reasons]);
  });
});
