import type { Scenario, ScenarioStep } from '../../../procedures/scenario.ts';
import { date, dateTime, money, timeLimit } from '../../../ui/format.ts';
import { answerShape, leavesOf } from './answers.ts';
import type { Called } from './called.ts';
import { isReadable } from './feel-words.ts';
import { quoted, type Parts, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type Group = Readonly<Record<string, unknown>>;

const deeds = ['complete', 'message', 'signal', 'begin', 'fail', 'wait'] as const;
const deedOf = (step: ScenarioStep): (typeof deeds)[number] => deeds.find((deed) => deed in step)!;

/** A scenario with its answers as single values (`leavesOf`). */
export function plainScenario(scenario: unknown): unknown {
  const { filed = {}, connectors, steps = [], expect = {}, ...rest } = scenario as { readonly filed?: Group; readonly connectors?: Group; readonly steps?: readonly Group[]; readonly expect?: Group };
  const flat = (group: Group, ...names: readonly string[]): Group => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, names.includes(name) ? leavesOf(value) : value]));
  const each = (group: Group): Group => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, leavesOf(value)]));
  const { said, lookUps } = filed as { readonly said?: Group; readonly lookUps?: Group };
  return {
    ...rest, filed: { ...flat(filed, 'change', 'facts'), ...(said && { said: flat(said, 'data') }), ...(lookUps && { lookUps: each(lookUps) }) },
    ...(connectors && { connectors: each(connectors) }), steps: steps.map((step) => flat(step, 'answer', 'data')), expect: flat(expect, 'data'),
  };
}

/** What every member of a scenario is called and how it is told; the compiler asks for a new one. */
export function scenarioShape(called: Called): Shape {
  const { text, language } = called;
  const { value, both, code, oneOf, quoted: written, list } = valuesFor(called);
  const group = (parts: Parts): Shape => ({ is: 'group', parts });
  const data = answerShape(called, undefined);
  const moment = (at: string): string => (at.startsWith('+') ? text('scenarioAfter', { limit: timeLimit(at.slice(1), language) }) : dateTime(at));
  const when = value(moment);
  const step = value((id: string) => called.step(id));
  const word = (name: string): string => (isReadable(name) ? quoted(name) : text('toldCodeHeld'));
  const stepParts = (one: ScenarioStep): Parts => {
    const form = 'complete' in one ? called.formOfStep(one.complete) : undefined;
    return {
      at: [text('scenarioWhen'), when], wait: [text('scenarioWhen'), when], by: [text('scenarioBy'), written], answer: ['', answerShape(called, form)], data: ['', data],
      complete: ['', step], begin: ['', step], fail: ['', step], message: ['', value(word)], signal: ['', value(word)], error: [text('scenarioError'), value(word)],
    } satisfies { readonly [K in KeysOf<ScenarioStep>]: readonly [string, Shape] };
  };
  const stepWords = (one: ScenarioStep, nth: number): string => {
    const deed = deedOf(one);
    const of = 'complete' in one ? called.step(one.complete) : 'begin' in one ? called.step(one.begin) : 'fail' in one ? called.step(one.fail) : 'wait' in one ? moment(one.wait) : '';
    return text('scenarioDeed', { nth, deed: text(`scenarioDeed_${deed}`, { of }) });
  };
  const none = (say: (one: never) => string): Shape => value((one: never) => (one === null ? text('factNone') : say(one)));
  const expected = {
    path: [text('scenarioPath'), list((id: string) => called.step(id), false)],
    letters: [text('scenarioLetters'), list((key: string) => called.letter(key), false)],
    states: [text('scenarioStates'), list((state: number) => quoted(text(`state_${state}` as 'state_1')), false)],
    status: [text('scenarioStatus'), oneOf((one) => quoted(text(`fact_${one}` as 'fact_active')))],
    due: [text('scenarioDue'), none((day: string) => date(day))],
    verdict: [text('scenarioVerdict'), none((one: string) => quoted(text(`fact_${one}` as 'fact_late')))],
    fee: [text('scenarioFee'), none((fee: number) => money(fee))],
    data: [text('scenarioData'), data],
  } as const satisfies { readonly [K in keyof Required<Scenario['expect']>]: readonly [string, Shape] };
  const said: Parts = { kind: ['', code], name: ['', value(word)], data: ['', data] } satisfies { readonly [K in keyof Required<NonNullable<Scenario['filed']['said']>>]: readonly [string, Shape] };
  const filed = {
    at: [text('scenarioFiledAt'), value((at: string) => dateTime(at))], channel: [text('scenarioChannel'), oneOf((one) => quoted(text(`channel_${one}` as 'channel_online')))],
    application: [text('scenarioApplication'), written], said: [text('scenarioSaid'), group(said)], facts: [text('scenarioFacts'), data], change: [text('scenarioChange'), answerShape(called, called.applicationForm)],
    lookUps: [text('scenarioLookUps'), { is: 'entries', item: (name) => called.lookUp(name), of: data }],
  } as const satisfies { readonly [K in keyof Required<Scenario['filed']>]: readonly [string, Shape] };
  const parts = {
    name: [text('toldName'), both], filed: ['', group(filed)],
    connectors: [text('scenarioConnectors'), { is: 'entries', item: (name) => called.connector(name), of: data }],
    silent: [text('scenarioSilent'), value((name: string) => called.connector(name))],
    steps: ['', { is: 'list', isAlike: (one: ScenarioStep, other: ScenarioStep) => deedOf(one) === deedOf(other), item: stepWords, of: { is: 'either', kind: deedOf, say: () => '', of: (one) => group(stepParts(one as ScenarioStep)) } }],
    expect: [text('scenarioExpected'), group(expected)],
  } as const satisfies { readonly [K in keyof Required<Scenario>]: readonly [string, Shape] };
  return group(parts);
}
