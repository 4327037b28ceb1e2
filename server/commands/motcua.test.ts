import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../testing/running-house.ts';
import { said as saying } from '../testing/said.ts';
import { manual } from './manual.ts';

const said = (...words: readonly string[]) => saying(words);

const diagram = (body: string): string => `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><bpmn:process id="P" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;
const line = diagram('<bpmn:startEvent id="s"/><bpmn:userTask id="t" name="Việc"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/><bpmn:sequenceFlow id="b" sourceRef="t" targetRef="e"/>');

describe('the motcua command', function () {
  this.timeout(120_000);
  let folder = '';
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-command-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('tells what it can do, and more about each', async () => {
    assert.equal((await said()).code, 0);
    for (const name of Object.keys(manual)) {
      assert.match((await said('--help')).out, new RegExp(`\\b${name}\\b`));
      const help = await said(name, '--help');
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`^motcua ${name}: `));
    }
  });

  it('says that a port is taken, and ends', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const before = process.env['MOTCUA_DATA'];
    process.env['MOTCUA_DATA'] = folder;
    try {
      const { code, error } = await said('serve', '--port', String(port));
      assert.equal(code, 2);
      assert.match(error, new RegExp(`expected port ${port} of 127.0.0.1 to be free, but another program uses it`));
    } finally {
      if (before === undefined) delete process.env['MOTCUA_DATA'];
      else process.env['MOTCUA_DATA'] = before;
      taken.close();
    }
  });

  it('answers 2 to what it does not know, and says what it expected', async () => {
    assert.deepEqual([(await said('dance')).code, (await said('check')).code, (await said('check', 'a', 'b')).code, (await said('run', line, '--dance')).code], [2, 2, 2, 2]);
    assert.match((await said('check', join(folder, 'nothing'))).error, /expected a file or folder/);
  });

  it('runs a process and prints the shape that others build on', async () => {
    const path = await file('line.bpmn', line);
    const waiting = await said('run', path, '--json');
    assert.deepEqual(JSON.parse(waiting.out), { status: 'active', visited: ['s', 't'], tasks: [{ element: 't', name: 'Việc' }], data: {}, incidents: [] });
    const done = await said('run', path, '--json', '--at', '2026-11-20T02:00:00Z', '--input', await file('input.json', '{"a":1}'), '--events', await file('events.json', '[{"complete":"t","data":{"ok":true}},{"advance":"P1D"}]'));
    assert.equal(done.code, 0);
    const { status, data } = JSON.parse(done.out) as { status: string; data: object };
    assert.deepEqual({ status, data }, { status: 'completed', data: { a: 1, t: { ok: true } } });
    assert.equal((await said('run', path, '--events', await file('wrong.json', '[{"complete":"nobody"}]'))).code, 1);
    const rounded = await said('run', path, '--input', await file('rounded.json', '{"fee":9007199254740991.4}'));
    assert.equal(rounded.code, 2);
    assert.match(rounded.error, /9007199254740991\.4 has more digits than are kept exactly/);
    assert.equal((await said('run', path, '--events', await file('bad.json', '[{"wave":"x"}]'))).code, 2);
  });

  it('runs a process that begins by an event, or where it is told to', async () => {
    const process = (id: string, event: string): string => `<process id="${id}" isExecutable="true"><startEvent id="${id}s">${event}</startEvent><userTask id="${id}t"/><sequenceFlow id="${id}f" sourceRef="${id}s" targetRef="${id}t"/></process>`;
    const events: Readonly<Record<string, readonly [definition: string, begins: object]>> = {
      m: ['<messageEventDefinition messageRef="M"/>', { message: 'alarm', data: { a: 1 } }], g: ['<signalEventDefinition signalRef="S"/>', { signal: 'flood', data: { a: 1 } }],
      t: ['<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>', { advance: 'PT25H' }], c: ['<conditionalEventDefinition><condition>a = 1</condition></conditionalEventDefinition>', { change: { a: 1 } }],
    };
    const path = await file('begun.bpmn', `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><message id="M" name="alarm"/><signal id="S" name="flood"/>${Object.entries(events).map(([id, [event]]) => process(id, event)).join('')}</definitions>`);
    for (const [id, [, begins]] of Object.entries(events)) {
      const by = await said('run', path, '--process', id, '--events', await file('begin.json', JSON.stringify([begins])), '--json');
      const { tasks, data } = JSON.parse(by.out) as { tasks: readonly { element: string }[]; data: object };
      assert.deepEqual([by.code, tasks.map(({ element }) => element), data], [0, [`${id}t`], id === 't' ? {} : { a: 1 }], id);
    }
    const input = await file('brought.json', '{"a":2}');
    assert.deepEqual((JSON.parse((await said('run', path, '--process', 'm', '--start', 'ms', '--input', input, '--json')).out) as { data: object }).data, { a: 2 });
    const twice = await said('run', path, '--process', 'm', '--events', await file('twice.json', '[{"message":"alarm"},{"message":"alarm"}]'));
    assert.deepEqual([twice.code, twice.error], [0, '1 more of m began; what is printed is the first.']);
    const early = await file('early.json', '[{"complete":"mt"}]');
    for (const [code, error, ...words] of [
      [1, /expected something that begins m \(\{"message":"alarm"\}, or --start ms\), but there is nothing/, '--process', 'm'], [1, /event 1: expected the process to have begun/, '--process', 'm', '--events', early],
      [2, /expected --start with --input, because m begins by an event/, '--process', 'm', '--input', input], [2, /expected a start event of m \(ms\), but got x/, '--process', 'm', '--start', 'x'], [2, /Name one with --process ID/],
    ] as const) {
      const wrong = await said('run', path, ...words);
      assert.deepEqual([wrong.code, wrong.out], [code, ''], wrong.error);
      assert.match(wrong.error, error);
    }
  });

  it('runs all processes of a file together, by messages and signals', async () => {
    const flow = (id: string, source: string, target: string) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`;
    const ward = `<bpmn:process id="Ward" isExecutable="true"><bpmn:startEvent id="ws"/><bpmn:sendTask id="ask"/><bpmn:receiveTask id="answer"/><bpmn:intermediateCatchEvent id="go"><bpmn:signalEventDefinition signalRef="Go"/></bpmn:intermediateCatchEvent><bpmn:endEvent id="we"/>${flow('w1', 'ws', 'ask')}${flow('w2', 'ask', 'answer')}${flow('w3', 'answer', 'go')}${flow('w4', 'go', 'we')}</bpmn:process>`;
    const agency = `<bpmn:process id="Agency" isExecutable="true"><bpmn:startEvent id="as"><bpmn:messageEventDefinition/></bpmn:startEvent><bpmn:userTask id="judge"/><bpmn:sendTask id="reply"/><bpmn:endEvent id="ae"/>${flow('a1', 'as', 'judge')}${flow('a2', 'judge', 'reply')}${flow('a3', 'reply', 'ae')}</bpmn:process>`;
    const pools = '<bpmn:collaboration id="C"><bpmn:participant id="PW" processRef="Ward"/><bpmn:participant id="PA" processRef="Agency"/><bpmn:messageFlow id="m1" sourceRef="ask" targetRef="as"/><bpmn:messageFlow id="m2" sourceRef="reply" targetRef="answer"/></bpmn:collaboration>';
    const path = await file('pools.bpmn', `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><bpmn:signal id="Go" name="go"/>${pools}${ward}${agency}</bpmn:definitions>`);
    const events = await file('together.json', '[{"complete":"judge"},{"signal":"go"}]');
    const { code, out, error } = await said('run', path, '--process', 'Ward', '--events', events, '--json');
    assert.equal(code, 0, error);
    const { status, visited } = JSON.parse(out) as { status: string; visited: readonly string[] };
    assert.deepEqual({ status, visited }, { status: 'completed', visited: ['ws', 'ask', 'answer', 'go', 'we'] });
  });

  it('checks and runs a diagram drawn for Camunda, with all its processes', async () => {
    const drawn = (name: string): string => join(import.meta.dirname, '../../engine/bpmn/foreign/fixtures', `${name}.bpmn`);
    const checked = await said('check', drawn('c8-order'), '--json');
    assert.equal(checked.code, 0);
    assert.deepEqual((JSON.parse(checked.out) as { findings: { severity: string; rule: string }[] })
      .findings.map(({ severity, rule }) => `${severity} ${rule}`), ['warning foreign-decoration', 'warning foreign-decoration', 'warning foreign-inputs', 'warning decision-exists']);
    const [input, events] = [await file('leave.json', '{"days":3,"reason":"cưới","hours":24}'), await file('done.json', '[{"complete":"check","data":{"left":5}},{"complete":"approve","data":{"approved":true}}]')];
    const ran = await said('run', drawn('c7-leave-request'), '--input', input, '--events', events, '--json');
    assert.deepEqual([ran.code, (JSON.parse(ran.out) as { visited: string[] }).visited.at(-1)], [0, 'granted']);
  });

  it('checks files and packages, with an exit code for each outcome', async () => {
    const good = await said('check', packageFolder, '--json');
    assert.equal(good.code, 0, good.out);
    assert.ok(Array.isArray((JSON.parse(good.out) as { findings: unknown[] }).findings));
    const fault = await said('check', await file('fault.bpmn', diagram('<bpmn:startEvent id="s"/><bpmn:userTask id="t"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="nobody"/>')), '--json');
    assert.equal(fault.code, 1, fault.out);
    for (const finding of (JSON.parse(fault.out) as { findings: Record<string, unknown>[] }).findings) {
      assert.deepEqual(Object.keys(finding).filter((name) => !['rule', 'severity', 'element', 'message', 'counterexample'].includes(name)), []);
    }
    const stuck = await said('check', await file('stuck.bpmn', diagram('<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" default="g-j"/><bpmn:parallelGateway id="j"/><bpmn:userTask id="t"/><bpmn:endEvent id="e"/>'
      + [['s', 'g'], ['g', 'j'], ['g', 't'], ['t', 'j'], ['j', 'e']].map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${from === 'g' && to === 't' ? '<bpmn:conditionExpression>=x = 1</bpmn:conditionExpression>' : ''}</bpmn:sequenceFlow>`).join(''))), '--json');
    assert.equal(stuck.code, 1);
    const found = (JSON.parse(stuck.out) as { findings: { rule: string; counterexample?: string[] }[] }).findings.find(({ rule }) => rule === 'option-to-complete');
    assert.deepEqual(found?.counterexample, ['g-j']);
    assert.equal((await said('check', await file('no.bpmn', 'this is no XML'))).code, 2);
    assert.equal((await said('check', await file('doctype.bpmn', `<!DOCTYPE x [<!ENTITY y "z">]>${line}`))).code, 2);
    assert.equal((await said('check', folder)).code, 1);
  });

  const dmn = (body: string, rest = ''): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:${rest}">${body}</definitions>`;
  const fee = '<inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData><decision id="fee" name="Lệ phí"><decisionTable id="t"><input id="i"><inputExpression typeRef="number"><text>n</text></inputExpression></input><output id="o"/><rule id="r1"><inputEntry><text>&lt; 3</text></inputEntry><outputEntry><text>1</text></outputEntry></rule><rule id="r2"><inputEntry><text>[1..5]</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>';

  it('asks a decision, and prints the shape that others build on', async () => {
    const path = await file('fee.dmn', dmn(fee));
    const asked = await said('decide', path, '--decision', 'Lệ phí', '--input', await file('three.json', '{"n":3}'), '--json');
    assert.deepEqual({ code: asked.code, ...JSON.parse(asked.out) as object }, { code: 0, value: 2, warnings: [] });
    const none = await said('decide', path, '--decision', 'Lệ phí', '--input', await file('nine.json', '{"n":9}'), '--json');
    assert.deepEqual({ code: none.code, out: none.out }, { code: 1, out: '' });
    assert.match(none.error, /expected a rule to match, but none does/);
    assert.equal((await said('decide', path, '--input', await file('three.json', '{"n":3}'))).out, '2');
    const mistyped = /"m" of the input is read by nothing: the model asks for "n"/;
    assert.match((await said('decide', path, '--input', await file('mistyped.json', '{"m":3}'))).error, mistyped);
    assert.match((await said('decide', path, '--input', await file('more.json', '{"n":3,"m":3}'))).error, mistyped);
    const two = await said('decide', await file('two.dmn', dmn(`${fee}<decision id="b" name="B"><informationRequirement><requiredDecision href="#fee"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision><decision id="c" name="C"><literalExpression><text>2</text></literalExpression></decision>`)));
    assert.deepEqual([two.code, /expected --decision NAME, because .*two\.dmn has "Lệ phí", "B", "C"/.test(two.error)], [2, true], two.error);
    const unknown = await said('decide', path, '--decision', 'Phí');
    assert.deepEqual([unknown.code, /expected --decision to name one of "Lệ phí" in .*\.dmn, but got "Phí"/.test(unknown.error)], [2, true], unknown.error);
    assert.deepEqual([(await said('decide', path)).code, (await said('decide', path, '--decision', 'x', '--at', 'soon')).code, (await said('decide', await file('no.dmn', 'no XML'), '--decision', 'x')).code], [1, 2, 2]);
  });

  it('reads and prints numbers with all their digits', async () => {
    const path = await file('exact.dmn', dmn('<inputData id="n" name="n"/><decision id="d" name="D"><informationRequirement><requiredInput href="#n"/></informationRequirement><literalExpression><text>{ same: n, next: n + 1, share: n / 8, listed: [n * 10, 0.1 + 0.2], third: 1 / 3, wide: 10 ** 50 }</text></literalExpression></decision>'));
    const { out, code } = await said('decide', path, '--decision', 'D', '--input', await file('long.json', '{"n": 9007199254740993}'), '--json');
    assert.equal(code, 0);
    assert.deepEqual(out.match(/"\w+": [\d.e+-]+|(?<= )[\d.]+(?=,?\n)/g), ['"same": 9007199254740993', '"next": 9007199254740994', '"share": 1125899906842624.125', '90071992547409930', '0.3', '"third": 0.3333333333333333333333333333333333', '"wide": 1e+50']);
  });

  it('refuses a number of which it cannot keep every digit, rather than round it', async () => {
    const path = await file('kept.dmn', dmn('<inputData id="n" name="n"/><decision id="d" name="D"><informationRequirement><requiredInput href="#n"/></informationRequirement><literalExpression><text>n</text></literalExpression></decision>'));
    for (const number of ['1e7000', '-1e99999', '1e-7000', '1234567890123456789012345678901234567', '1.00000000000000000000000000000000000001']) {
      const { code, error } = await said('decide', path, '--input', await file('kept.json', `{"n": ${number}}`));
      assert.deepEqual([code, error.includes(`the number ${number} has more digits than are kept exactly, or is too large`)], [2, true], error);
    }
    assert.equal((await said('decide', path, '--input', await file('kept.json', '{"n": 1234567890123456789012345678901234000}'))).out, '1234567890123456789012345678901234000');
  });

  it('finds the models that a decision imports beside its file', async () => {
    await file('library.dmn', dmn('<decision id="rate" name="Rate"><literalExpression><text>0.1</text></literalExpression></decision>', 'library'));
    const path = await file('user.dmn', dmn('<import name="lib" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><decision id="d" name="D"><informationRequirement><requiredDecision href="urn:library#rate"/></informationRequirement><literalExpression><text>lib.Rate + 1</text></literalExpression></decision>', 'user'));
    assert.deepEqual((JSON.parse((await said('decide', path, '--decision', 'D', '--json')).out) as { value: unknown }).value, 1.1);
  });

  it('runs a process with the decisions beside it, and tells of one that cannot be read', async () => {
    await mkdir(join(folder, 'deciding', 'decisions'), { recursive: true });
    const beside = (name: string, text: string) => file(`deciding/decisions/${name}.dmn`, text);
    await beside('rates', dmn('<decision id="rate" name="Rate"><literalExpression><text>40</text></literalExpression></decision>', 'rates'));
    await beside('fee', dmn('<import name="lib" namespace="urn:rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><decision id="fee" name="Fee"><informationRequirement><requiredDecision href="urn:rates#rate"/></informationRequirement><literalExpression><text>lib.Rate + 2</text></literalExpression></decision>', 'fees'));
    const path = await file('deciding/deciding.bpmn', diagram('<bpmn:startEvent id="s"/><bpmn:businessRuleTask id="ask" motcua:decision="fee#fee" xmlns:motcua="urn:motcua:bpmn:1"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="ask"/><bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="e"/>'));
    const { status, data } = JSON.parse((await said('run', path, '--json')).out) as { status: string; data: object };
    assert.deepEqual({ status, data }, { status: 'completed', data: { ask: 42 } });
    assert.match((await said('check', path)).out, /^Nothing is wrong\.$/m);
    await beside('broken', '<definitions>');
    assert.match((await said('check', path)).out, /^error {3}decisions\/broken\.dmn broken \(decision\)/m);
    const broken = await said('run', path);
    assert.equal(broken.code, 2);
    assert.match(broken.error, /error {3}decisions\/broken\.dmn broken \(decision\): expected a DMN 1\.2 to 1\.5 file, but the file ends before <definitions>/);
    await rm(join(folder, 'deciding'), { recursive: true });
  });

  it('tells, when it checks a file alone, of decisions and processes that are not there', async () => {
    await mkdir(join(folder, 'alone'));
    const path = await file('alone/alone.bpmn', diagram('<bpmn:startEvent id="s"/><bpmn:businessRuleTask id="ask" motcua:decision="fee#fee" xmlns:motcua="urn:motcua:bpmn:1"/><bpmn:callActivity id="c" calledElement="other"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="ask"/><bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="c"/><bpmn:sequenceFlow id="d" sourceRef="c" targetRef="e"/>'));
    const { code, out } = await said('check', path, '--json');
    assert.equal(code, 1, out);
    const told = (JSON.parse(out) as { findings: { rule: string; element: string; message: string }[] }).findings;
    assert.deepEqual(told.map(({ rule, element }) => `${rule} ${element}`), ['called-elsewhere c', 'decision-exists ask', 'model-fault c']);
    assert.match(told.find(({ rule }) => rule === 'decision-exists')!.message, /"fee#fee" of ask in the folder decisions\/ beside the file/);
    const chart = await file('alone/alone.statechart.json', JSON.stringify({ id: 'm', initial: 'a', states: { a: { entry: { type: 'decide', params: { decision: 'fee#fee', result: 'fee' } }, meta: { task: { role: 'clerk' } }, on: { 'task.complete.a': 'e' } }, e: { type: 'final' } } }));
    assert.match((await said('check', chart)).out, /warning a \(decision-exists\): expected the decision "fee#fee" of a/);
  });

  it('runs a package that calls another, which lies beside it', async () => {
    const procedure = { ...(JSON.parse(await readFile(join(packageFolder, 'procedure.json'), 'utf8')) as object), customise: [] };
    const drawn = { caller: '<bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="called"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="c"/>', called: '<bpmn:startEvent id="s"/><bpmn:userTask id="t"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/>' };
    for (const [key, body] of Object.entries(drawn)) {
      await mkdir(join(folder, key));
      await file(`${key}/procedure.json`, JSON.stringify({ ...procedure, key }));
      await file(`${key}/process.bpmn`, diagram(body));
    }
    const { code, out, error } = await said('run', join(folder, 'caller'), '--json');
    assert.equal(code, 0, error);
    assert.deepEqual((JSON.parse(out) as { visited: string[] }).visited, ['s', 'c', 'called--s', 'called--t']);
    await rm(join(folder, 'called'), { recursive: true });
    assert.match((await said('check', join(folder, 'caller'))).out, /c \(called-elsewhere\): expected call activity c to call a process of this package or another procedure by its key, but there is no "called"/);
  });

  it('checks the tables of a .dmn file', async () => {
    const { code, out } = await said('check', await file('gaps.dmn', dmn(fee)), '--json');
    assert.equal(code, 1);
    assert.deepEqual((JSON.parse(out) as { findings: { rule: string; element: string; severity: string }[] }).findings.map(({ rule, element, severity }) => `${severity} ${rule} ${element}`), ['warning decision-gap t', 'error decision-overlap r2']);
    assert.match((await said('check', await file('faulty.dmn', dmn('<decision id="d" name="D"><literalExpression id="x"><text>1 +</text></literalExpression></decision>')))).out, /error {3}x \(decision\): expected the expression to go on, but it ends at line 1, column 4/);
  });

  it('runs a package’s scenarios', async () => {
    const { code, out } = await said('test', packageFolder);
    assert.equal(code, 0, out);
    assert.match(out, /\d+ passed, 0 failed\nnodes: \d+ of \d+ covered/);
  });
});
