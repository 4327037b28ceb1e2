import { strict as assert } from 'node:assert';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { memoryFiles } from '../../storage/files/memory.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { withPublished } from './called.ts';
import { keepFiles } from './package-files.ts';
import { publish } from './publish.ts';

const process = (id: string, body: string): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="${id}" isExecutable="true"><startEvent id="s"/>${body}</process></definitions>`;
const caller = (binding = ''): PackageFiles => new Map([['process.bpmn', process('caller', `<callActivity id="c" calledElement="called" ${binding}/><sequenceFlow id="f" sourceRef="s" targetRef="c"/>`)], ['called/old/process.bpmn', 'left from before']]);
const note = (number: number): PackageFiles => new Map([['process.bpmn', process('p', `<task id="t${number}"/><sequenceFlow id="f" sourceRef="s" targetRef="t${number}"/>`)], ['README.md', 'x']]);

describe('a procedure that calls another, when it is published', () => {
  const expected: Readonly<Record<string, readonly [binding: string, task: string | undefined]>> = {
    'takes the version along that is offered': ['', 't2'],
    'takes a version along by its number': ['motcua:binding="version" motcua:version="1"', 't1'],
    'takes none along that is not published': ['motcua:binding="version" motcua:version="3"', undefined],
    'takes none along that has to be its own': ['motcua:binding="deployment"', undefined],
  };
  for (const [what, [binding, task]] of Object.entries(expected)) {
    it(what, async () => {
      const [store, files] = [memoryStore(), memoryFiles()];
      for (const number of [1, 2]) {
        const ready = { key: 'called', hash: `${number}`.repeat(64), timers: [], files: await keepFiles(files, note(number)) };
        await store.transaction((tx) => publish(store, tx, ready, { account: 'a', at: '2026-11-20T02:00:00.000Z', note: null }));
      }
      const whole = await withPublished({ store, files }, caller(binding));
      assert.deepEqual([...whole.keys()].toSorted(), [...task === undefined ? [] : ['called/called/process.bpmn'], 'process.bpmn']);
      if (task !== undefined) assert.match(String(whole.get('called/called/process.bpmn')), new RegExp(`id="${task}"`));
    });
  }
});
