import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench } from '../engine/testing/bench.ts';
import { flows } from '../engine/testing/diagram.ts';
import { withCalled, type FindProcedure } from './called.ts';
import { checkPackage } from './check.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import type { PackageFiles } from './package-files.ts';
import { reachable } from './rules/reachable.ts';

const shipped = join(import.meta.dirname, 'construction-permit-house');
// The packages here hold no files that others may have their own way.
const procedure = { ...(JSON.parse(await readFile(join(shipped, 'procedure.json'), 'utf8')) as object), customise: [] };
const assign = JSON.parse(await readFile(join(shipped, 'forms/assign.json'), 'utf8')) as object;

const drawn = (id: string, body: string): string =>
  `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="${id}" isExecutable="true">${body}</process></definitions>`;
const call = (called: string, binding = ''): string => `<startEvent id="s"/><callActivity id="c" calledElement="${called}" ${binding}><extensionElements><motcua:input name="n">n</motcua:input><motcua:output name="fee">fee</motcua:output></extensionElements></callActivity><endEvent id="e"/>${flows('s -> c -> e')}`;
const packaged = (key: string, body: string, more: readonly (readonly [string, string])[] = []): PackageFiles => new Map([['procedure.json', JSON.stringify({ ...procedure, key })], ['process.bpmn', drawn('p', body)], ...more]);
const fee = (factor: number): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m"><inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData><decision id="fee" name="fee"><informationRequirement><requiredInput href="#n"/></informationRequirement><literalExpression><text>n * ${factor}</text></literalExpression></decision></definitions>`;
const counting = (factor: number): PackageFiles => packaged('count-fee', `<startEvent id="s"/><businessRuleTask id="fee" motcua:decision="fee"/><userTask id="look" motcua:form="look"/><endEvent id="e"/>${flows('s -> fee -> look -> e')}`,
  [['decisions/fee.dmn', fee(factor)], ['forms/look.json', JSON.stringify({ ...assign, id: 'look' })], ['letters/x.txt', 'its own']]);
const published: Readonly<Record<string, PackageFiles>> = { 'count-fee latest': counting(3), 'count-fee 1': counting(2) };
const find: FindProcedure = (key, version) => Promise.resolve(published[`${key} ${version}`]);

const loaded = async (files: PackageFiles) => {
  const loading = await loadPackage(files);
  assert.ok('package' in loading, JSON.stringify(loading));
  return loading.package;
};
const faultsOf = async (files: PackageFiles): Promise<string[]> => {
  const loading = await loadPackage(files);
  assert.ok('findings' in loading, 'it loads');
  return loading.findings.map(({ rule, file = '', message }) => `${rule} ${file}: ${message}`);
};

describe('A procedure that calls others', () => {
  const bound: readonly (readonly [what: string, binding: string, fee: number])[] = [['the version that is offered', '', 21], ['the version that is offered, by name', 'motcua:binding="latest"', 21], ['the version with a number', 'motcua:binding="version" motcua:version="1"', 14]];
  for (const [what, binding, expected] of bound) {
    it(`takes ${what} along, with its forms and decisions`, async () => {
      const files = await withCalled(packaged('caller', call('count-fee', binding)), find);
      assert.deepEqual([...files.keys()].filter((path) => path.startsWith('called/')).toSorted(), ['called/count-fee/decisions/fee.dmn', 'called/count-fee/forms/look.json', 'called/count-fee/procedure.json', 'called/count-fee/process.bpmn']);
      const { definition, environment, forms } = await loaded(files);
      assert.deepEqual([...forms.keys()], ['count-fee--look']);
      assert.equal(forms.get('count-fee--look')?.id, 'count-fee--look');
      const instance = new Bench(definition, { environment }).start({ data: { n: 7, secret: 1 } });
      assert.deepEqual(instance.tasks.map(({ element }) => [element, definition.nodes[element]!.step.form]), [['count-fee--look', 'count-fee--look']]);
      instance.complete('count-fee--look', { seen: true });
      assert.deepEqual([instance.status, instance.data], ['completed', { n: 7, secret: 1, fee: expected }]);
    });
  }

  it('has another hash when the called one changes, and keeps its version otherwise', async () => {
    const caller = packaged('caller', call('count-fee'));
    const before = await withCalled(caller, find);
    const after = await withCalled(before, () => Promise.resolve(counting(4)));
    assert.notEqual((await loaded(before)).hash, (await loaded(after)).hash);
    assert.equal((await loaded(before)).hash, (await loaded(await withCalled(after, find))).hash);
  });

  it('calls processes of its own in other files', async () => {
    const files = packaged('caller', call('helper', 'motcua:binding="deployment"'), [['processes/helper.bpmn', drawn('helper', `<startEvent id="hs"/><scriptTask id="fee" scriptFormat="feel"><script>n + 1</script></scriptTask>${flows('hs -> fee')}`)]]);
    const { definition } = await loaded(await withCalled(files, find));
    assert.deepEqual(new Bench(definition).start({ data: { n: 1 } }).data, { n: 1, fee: 2 });
  });

  const refused: readonly (readonly [what: string, files: PackageFiles, fault: RegExp])[] = [
    ['a procedure that is nowhere', packaged('caller', call('nobody')), /^called-elsewhere process\.bpmn: expected call activity c to call a process of this package or another procedure by its key, but there is no "nobody"$/],
    ['a version that is not published', packaged('caller', call('count-fee', 'motcua:binding="version" motcua:version="9"')), /^called-elsewhere .* no "count-fee"$/],
    ['another procedure as one of its own', packaged('caller', call('count-fee', 'motcua:binding="deployment"')), /^called-elsewhere .* a process of this package, but there is no "count-fee"$/],
    ['a process that stands twice', packaged('caller', call('p2'), [['processes/a.bpmn', drawn('p2', '<startEvent id="a"/>')], ['processes/b.bpmn', drawn('p2', '<startEvent id="b"/>')]]), /^called-process processes\/b\.bpmn: expected every process once/],
    ['a process with an element that its caller has', packaged('caller', call('p2'), [['processes/a.bpmn', drawn('p2', '<startEvent id="s"/>')]]), /^called-process process\.bpmn: expected every id once in a process and those that it calls, but "s"/],
    ['a process that cannot be read', packaged('caller', call('p2'), [['processes/a.bpmn', 'xin chào']]), /^malformed processes\/a\.bpmn: /],
  ];
  for (const [what, files, fault] of refused) {
    it(`is refused when it calls ${what}`, async () => {
      const faults = await faultsOf(await withCalled(files, find));
      assert.ok(faults.some((each) => fault.test(each)), faults.join('\n'));
    });
  }

  it('passes the checks of what it calls, whose steps count in its time', async () => {
    const house = await readFolder(shipped);
    const calling = (limit: string): PackageFiles => new Map([...house,
      ['procedure.json', JSON.stringify({ ...procedure, key: 'caller', timeLimit: [{ limit, source: 'x', mark: 'design' }] })],
      ['decisions/time-limit.dmn', new TextDecoder().decode(house.get('decisions/time-limit.dmn') as Uint8Array).replaceAll(/"\d working days"/g, `"${limit}"`)],
      ['process.bpmn', drawn('p', `<startEvent id="s"/><callActivity id="c" calledElement="construction-permit-house" motcua:shares="true" motcua:propagate="true"/><endEvent id="e"/>${flows('s -> c -> e')}`)]]);
    const found = async (limit: string): Promise<string[]> => (await checkPackage(await withCalled(calling(limit), () => Promise.resolve(house)))).map(({ rule }) => rule);
    assert.deepEqual(await found('7 working days'), ['validity', 'translated', 'translated', 'time-rounded', 'time-unbounded']);
    assert.deepEqual(await found('1 working day'), ['validity', 'translated', 'translated', 'time-sum', 'time-unbounded']);
  }).timeout(300_000);

  it('may hold sub-processes that are begun by an event, without an order, or undone', async () => {
    const body = `<startEvent id="s"/><userTask id="t"/><endEvent id="e"/>${flows('s -> t -> e')}
      <subProcess id="es" triggeredByEvent="true"><startEvent id="es-s"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent><endEvent id="es-e"/>${flows('es-s -> es-e')}</subProcess>
      <boundaryEvent id="undo" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="undone" isForCompensation="true"/><association id="to" sourceRef="undo" targetRef="undone"/>`;
    assert.deepEqual([...reachable.check(await loaded(packaged('caller', body)))], []);
    const lost = `<startEvent id="s"/><userTask id="t"/><endEvent id="e"/>${flows('s -> t -> e')}<boundaryEvent id="late" attachedToRef="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><exclusiveGateway id="a"/><userTask id="b"/>${flows('late -> a -> b -> a')}`;
    assert.deepEqual([...reachable.check(await loaded(packaged('caller', lost)))].map(({ element }) => element), ['late', 'a', 'b']);
  });

  it('is refused when it calls itself through another', async () => {
    const first = packaged('first', call('second'));
    const second = await withCalled(packaged('second', call('first')), () => Promise.resolve(first));
    assert.deepEqual((await faultsOf(await withCalled(first, () => Promise.resolve(second)))).slice(0, 1), ['called-circle called/second/called/first/: expected no procedure to call itself through others, but first calls second calls first']);
  });
});
