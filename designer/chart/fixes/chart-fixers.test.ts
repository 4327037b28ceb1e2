import assert from 'node:assert/strict';
import type { StateConfig } from '../../../engine/statechart/machine.ts';
import { readFolder } from '../../../procedures/folder.ts';
import type { DesignerPackage, Finding } from '../../../server/api/designer.ts';
import type { Fix } from '../../fixes/fix.ts';
import { answer } from '../../proof/questions.ts';
import type { Texts } from '../../proof/read-package.ts';
import { decisionIds } from '../../package/decision-ids.ts';
import { filesIn } from '../../../procedures/package-files.ts';
import { noDecision } from '../../../procedures/decision-named.ts';
import { placesOf, tidy, withState } from '../places.ts';
import { readChart, writeChart } from '../read-chart.ts';
import { chartFixers } from './chart-fixers.ts';
import { chartWorkpiece } from './chart-workpiece.ts';

const file = 'process.statechart.json';
const role = (name: string, people: number) => ({ role: name, people, name: { vi: name, en: name } });
const found = async (files: Texts): Promise<readonly Finding[]> => ((await answer({ ask: 'check', files })) as readonly Finding[]).filter(({ severity, rule }) => severity !== 'note' && rule !== 'filled-in' && rule !== 'national-code');
const told = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule, element }) => `${rule} ${element}`);

/** What is wrong in the chart of the template, what is found of it, and what mends it: the words of the fix, and what is chosen. */
interface Line {
  readonly name: string;
  readonly state: string;
  readonly fault: (state: StateConfig) => StateConfig;
  readonly finds: string;
  readonly say: string;
  readonly choose?: string;
}

const forms = { form: 'answer', timeLimit: '3 working days' };
const lines: readonly Line[] = [
  { name: 'an answer that no guard covers', state: 'read', fault: (state) => ({ ...state, on: { 'task.complete.read': [{ guard: 'read.outcome = "handle"', target: 'handle' }, { guard: 'read.outcome = "handle"', target: 'forwarded' }] } }), finds: 'gateway-gap read', say: 'fixDefault', choose: 'read/task.complete.read/1' },
  { name: 'work after which nothing comes', state: 'instead', fault: (state) => tidy<StateConfig>({ ...state, on: undefined }), finds: 'work instead', say: 'fixLeadWhenDone', choose: 'answered' },
  { name: 'a state that is waited in for ever: it is the end', state: 'instead', fault: () => ({ meta: { name: { vi: 'Chờ', en: 'Wait' } } }), finds: 'option-to-complete instead', say: 'fixEndHere' },
  { name: 'a state that is waited in for ever: it goes on', state: 'instead', fault: () => ({ meta: { name: { vi: 'Chờ', en: 'Wait' } } }), finds: 'option-to-complete instead', say: 'fixLeadOn', choose: 'answered' },
  { name: 'a way to a state that is not there', state: 'instead', fault: (state) => ({ ...state, on: { 'task.complete.instead': 'answerd' } }), finds: 'target instead', say: 'fixTarget', choose: 'answered' },
  { name: 'a group that does not say where it begins', state: 'Request', fault: (state) => tidy<StateConfig>({ ...state, initial: undefined }), finds: 'initial Request', say: 'fixInitial', choose: 'read' },
  { name: 'a way that is never taken', state: 'read', fault: (state) => ({ ...state, on: { 'task.complete.read': [{ guard: 'read.outcome = "handle"', target: 'handle' }, { target: 'forwarded' }, { guard: 'read.outcome = "handle"', target: 'answered' }] } }), finds: 'dead-element read/task.complete.read/3', say: 'fixRemoveFlow' },
  { name: 'a step without a role', state: 'handle', fault: (state) => ({ ...state, meta: { ...state.meta, task: forms } }), finds: 'step-role handle', say: 'fixRole', choose: 'handler' },
  { name: 'a step that is called as a new one is', state: 'handle', fault: (state) => ({ ...state, meta: { ...state.meta, name: { vi: 'Bước mới', en: 'New step' } } }), finds: 'still-unnamed handle', say: 'fixName' },
  { name: 'a form that is not there', state: 'handle', fault: (state) => ({ ...state, meta: { ...state.meta, task: { ...forms, role: 'handler', form: 'answers' } } }), finds: 'step-form handle', say: 'fixForm', choose: 'answer' },
  { name: 'a decision that is not there', state: 'answered', fault: (state) => ({ ...state, entry: { type: 'decide', params: { decision: 'fee#fees', result: 'fee' } } }), finds: 'decision-exists answered', say: 'fixDecision' },
  { name: 'a decision that nobody chose', state: 'answered', fault: (state) => ({ ...state, entry: { type: 'decide', params: { decision: noDecision, result: 'fee', inputs: { channel: 'filing.channel' } } } }), finds: 'decision-exists answered', say: 'fixDecision', choose: 'fee#fee' },
];

describe('What is offered to mend a statechart', function () {
  this.timeout(120_000);
  let files: Texts;
  before(async () => {
    files = Object.fromEntries([...await readFolder('designer/templates/states')].map(([path, content]) => [path, typeof content === 'string' ? content : new TextDecoder().decode(content)]));
    assert.deepEqual(told(await found(files)), []);
  });

  /** The fixes for the first finding in a chart, and the chart as they leave it. */
  const offered = (texts: Texts, finding: Finding): { readonly fixes: readonly Fix[]; readonly mended: () => Texts } => {
    const machine = readChart(texts[file]!)!;
    const places = placesOf(machine);
    let now = machine;
    const chart = { machine, places, change: (next: typeof machine) => void (now = next) };
    const decisions = [...filesIn(new Map(Object.entries(texts)), 'decisions', '.dmn')].flatMap(({ path }) => decisionIds(path, texts[path]!));
    const opened = { roles: [role('handler', 2), role('applicant', 0), role('signer', 0)], connectors: [], draft: { files: Object.keys(texts).map((path) => ({ path })) } } as unknown as DesignerPackage;
    const fixes = chartFixers[finding.rule]?.(finding, { chart, piece: chartWorkpiece(chart), opened, decisions, texts, language: 'vi', text: (word) => word, nameOf: (id) => id }) ?? [];
    return { fixes, mended: () => ({ ...texts, [file]: writeChart(now) }) };
  };

  for (const { name, state, fault, finds, say, choose } of lines)
    it(name, async () => {
      const texts = { ...files, [file]: writeChart(withState(readChart(files[file]!)!, state, fault)) };
      const findings = await found(texts);
      assert.ok(told(findings).includes(finds), told(findings).join(', '));
      const { fixes, mended } = offered(texts, findings.find(({ rule, element }) => `${rule} ${element}` === finds)!);
      const fix = fixes.find((one) => one.say === say);
      assert.ok(fix, fixes.map((one) => one.say).join(', '));
      const choices = (typeof fix.choices === 'function' ? await fix.choices() : fix.choices) ?? [{ value: '', label: '' }];
      assert.equal(choices[0]?.value, choose ?? choices[0]?.value);
      fix.run(choices[0]!.value);
      assert.deepEqual(told(await found(mended())).filter((one) => one.startsWith(finds.split(' ')[0]!)), []);
    });

  const formsFor = (state: string, task: StateConfig['meta']) => {
    const texts = { ...files, [file]: writeChart(withState(readChart(files[file]!)!, state, (before) => ({ ...before, meta: { ...before.meta, ...task } }))) };
    return offered(texts, { rule: 'step-form', element: state, severity: 'error', message: '' }).fixes.find(({ say }) => say === 'fixForm')!.choices as readonly { readonly value: string }[];
  };
  it('a step without a form: never one that whoever applies fills in, nor one of other officials', () => {
    assert.deepEqual(formsFor('handle', { task: { role: 'handler' } }).map(({ value }) => value), ['read']);
    assert.deepEqual(formsFor('handle', { task: { role: 'clerk' } }).map(({ value }) => value), []);
    assert.deepEqual(formsFor('handle', { task: { role: 'applicant' } }).map(({ value }) => value).toSorted(), ['application', 'supplement']);
  });

  const toldOnly: readonly (readonly [name: string, state: string, fault: (state: StateConfig) => StateConfig, finds: string])[] = [
    ['states that go round by themselves', 'handle', (state) => ({ ...tidy<StateConfig>({ ...state, on: undefined, after: undefined, meta: { name: { vi: 'Vòng', en: 'Round' } } }), initial: 'one', states: { one: { always: 'two' }, two: { always: 'one' } } }), 'endless-loop read'],
    ['a question that no form asks', 'read', (state) => ({ ...state, on: { 'task.complete.read': [{ guard: 'read.outcom = "handle"', target: 'handle' }, { target: 'forwarded' }] } }), 'field-known read/task.complete.read/1'],
    ['a table that is not given what it asks', 'answered', (state) => ({ ...state, entry: { type: 'decide', params: { decision: 'fee#fee', result: 'fee', inputs: {} } } }), 'decision-exists answered'],
    ['a table that is given what it does not ask', 'answered', (state) => ({ ...state, entry: { type: 'decide', params: { decision: 'fee#fee', result: 'fee', inputs: { channel: 'filing.channel', area: '1' } } } }), 'decision-exists answered'],
  ];
  for (const [name, state, fault, finds] of toldOnly)
    it(`tells of ${name}`, async () => {
      const all = told(await found({ ...files, [file]: writeChart(withState(readChart(files[file]!)!, state, fault)) }));
      assert.ok(all.includes(finds), all.join(', '));
    });

  it('shortens limits so that all fits into the time by law', async () => {
    const texts = { ...files, [file]: files[file]!.replace('"form": "answer", "timeLimit": "3 working days"', '"form": "answer", "timeLimit": "9 working days"').replace('"3 working days": "instead"', '"9 working days": "instead"') };
    assert.deepEqual(told(await found(texts)).map((one) => one.split(' ')[0]), ['time-sum']);
    const [offer] = await answer({ ask: 'shorten', files: texts }) as readonly Readonly<Record<string, string>>[];
    const machine = readChart(texts[file]!)!;
    let now = machine;
    chartWorkpiece({ machine, places: placesOf(machine), change: (next) => void (now = next) }).setTexts(Object.fromEntries(Object.entries(offer!).map(([id, timeLimit]) => [id, { timeLimit }])));
    assert.deepEqual(told(await found({ ...texts, [file]: writeChart(now) })), []);
  });

  it('writes another field into a guard, and into nothing that only looks like it', async () => {
    const machine = withState(readChart(files[file]!)!, 'read', (state) => ({ ...state, on: { 'task.complete.read': [{ guard: 'read.outcom = "handle" and read.outcome != "x"', target: 'handle' }, { target: 'forwarded' }] } }));
    let now = machine;
    chartWorkpiece({ machine, places: placesOf(machine), change: (next) => void (now = next) }).rewrite('read/task.complete.read/1', (feel) => feel.replaceAll(/read\.outcom(?!\w)/g, 'read.outcome'));
    assert.equal(JSON.stringify(now.states['read']!.on), '{"task.complete.read":[{"guard":"read.outcome = \\"handle\\" and read.outcome != \\"x\\"","target":"handle"},"forwarded"]}');
  });
});
