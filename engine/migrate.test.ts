import assert from 'node:assert/strict';
import type { Environment, Version } from './environment.ts';
import { obstacles } from './migrate.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';
import { assertSound } from './testing/sound.ts';

const timer = (id: string, duration: string, extra = ''): string =>
  `<boundaryEvent id="${id}" attachedToRef="examine" cancelActivity="false" ${extra}><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="${id}_end"/>`;
const process = (inside: string, links: string): string => diagram(`<startEvent id="start"/>${inside}<endEvent id="end"/>${flows(links)}`, '<message id="m" name="paid"/>');

const former = process(`<userTask id="examine"/>${timer('remind', 'PT10H')}<parallelGateway id="split"/><userTask id="a"/><receiveTask id="b" messageRef="m"/><parallelGateway id="join"/>`,
  'start -> examine -> split; split -> a -> join; split -> b -> join; join -> end; remind -> remind_end');

/** Runs the former version as far as `lead` says, offers the other one, and gives the instance. */
const migrated = async (next: string, lead: (instance: Instance) => unknown = () => undefined, mapping: Readonly<Record<string, string>> = {}, before = former): Promise<Instance> => {
  const [first, second] = [await compiled(before), await compiled(next)];
  const environment: Environment = { version: (reference) => (reference === 'second' ? ({ definition: second, environment } satisfies Version) : undefined) };
  const bench = new Bench(first, { environment, at: '2026-01-05T00:00:00.000Z' });
  const instance = bench.start();
  lead(instance);
  bench.advance('PT1H');
  instance.migrate('second', mapping);
  assertSound(instance, environment);
  return instance;
};

describe('An instance that goes on under another version', () => {
  it('keeps its task, and its timer where nothing about that has changed', async () => {
    const instance = await migrated(former.replace('id="end"', 'id="end" name="Xong"'));
    assert.deepEqual(instance.effects.slice(-1).map(({ type, key }) => [type, key.startsWith('follow:task')]), [['follow', true]]);
    assert.equal(instance.state.subscriptions.length, 1);
  });

  it('counts a changed limit from where the old one began', async () => {
    const instance = await migrated(former.replace('PT10H', 'PT20H'));
    assert.deepEqual(instance.state.subscriptions.map(({ event }) => event), [{ kind: 'timer', type: 'duration', value: 'PT20H', from: '2026-01-05T00:00:00.000Z' }]);
    assert.deepEqual(instance.effects.slice(-3).map(({ type }) => type), ['timer.cancel', 'timer.set', 'follow']);
  });

  it('waits for an event that is new, not for one that has happened, no more for one that is gone', async () => {
    const two = process(`<userTask id="examine"/>${timer('remind', 'PT10H')}${timer('again', 'PT15H')}`, 'start -> examine -> end; remind -> remind_end; again -> again_end');
    const nodes = (instance: Instance): readonly string[] => instance.state.subscriptions.map(({ node }) => node);
    assert.deepEqual(nodes(await migrated(two)), ['remind', 'again']);
    assert.deepEqual(nodes(await migrated(two, (instance) => instance.trigger('remind'))), ['again']);
    assert.deepEqual(nodes(await migrated(process('<userTask id="examine"/>', 'start -> examine -> end'))), []);
  });

  it('goes to the step that takes the place of one that is gone, when the plan says which', async () => {
    const next = process('<userTask id="appraise"/>', 'start -> appraise -> end');
    await assert.rejects(migrated(next), /examine: expected this step in the new version/);
    const instance = await migrated(next, undefined, { examine: 'appraise' });
    assert.deepEqual(instance.complete('appraise').status, 'completed');
  });

  it('keeps what waits at a join, and a message under its new name', async () => {
    const lead = (instance: Instance): unknown => instance.complete('examine').complete('a');
    const instance = await migrated(former.replace('name="paid"', 'name="settled"'), lead);
    assert.deepEqual(instance.effects.slice(-2).map(({ type }) => type), ['message.unsubscribe', 'message.subscribe']);
    assert.equal(instance.message('settled').status, 'completed');
  });

  const booked = (handler: string): string => process(`<userTask id="examine"/>${handler}<userTask id="next"/><intermediateThrowEvent id="take"><compensateEventDefinition/></intermediateThrowEvent>`, 'start -> examine -> next -> take -> end');
  const handled = booked('<boundaryEvent id="undo" attachedToRef="examine"><compensateEventDefinition/></boundaryEvent><userTask id="unbook" isForCompensation="true"/><association id="to" sourceRef="undo" targetRef="unbook"/>');
  const done = (instance: Instance): unknown => instance.complete('examine');

  it('undoes what was done under the former version as the new one says', async () => {
    const instance = await migrated(handled.replaceAll('unbook', 'giveBack'), done, {}, handled);
    assert.deepEqual(instance.complete('next').tasks.map(({ element }) => element), ['giveBack']);
  });

  it('is refused for something done that could not be undone any more', () => assert.rejects(migrated(booked(''), done, {}, handled), /examine: expected what was done here to be compensable/));

  const refused: readonly [what: string, next: string, lead: (instance: Instance) => unknown, why: RegExp][] = [
    ['a step that has become something else', former.replace('<userTask id="examine"/>', '<serviceTask id="examine"/>'), () => undefined, /expected a userTask in the new version, but serviceTask examine is/],
    ['a step that has moved into a sub-process', process('<subProcess id="in"><userTask id="examine"/></subProcess>', 'start -> in -> end'), () => undefined, /to stand in p.*, but it stands in in/],
    ['a step that is now done several times', former.replace('<userTask id="examine"/>', '<userTask id="examine"><standardLoopCharacteristics loopMaximum="2"/></userTask>'), () => undefined, /as many times/],
    ['a join whose flow is gone', process('<userTask id="examine"/><parallelGateway id="split"/><userTask id="a"/><receiveTask id="b" messageRef="m"/><userTask id="c"/><parallelGateway id="join"/>', 'start -> examine -> split; split -> a -> c -> join; split -> b -> join; join -> end'), (instance) => instance.complete('examine').complete('a'), /expected the flow a-join to lead to/],
  ];
  for (const [what, next, lead, why] of refused) {
    it(`is refused for ${what}`, () => assert.rejects(migrated(next, lead), why));
  }

  it('that stays says each reason once, however many turns a step has', async () => {
    const turns = former.replace('<userTask id="examine"/>', '<userTask id="examine"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>');
    const [first, second] = [await compiled(turns), await compiled(former)];
    const found = obstacles({ former: first, definition: second, mapping: {} }, new Bench(first).start().state);
    assert.deepEqual(found.map(({ code, element }) => `${code} ${element}`), ['other-loop examine']);
  });
});
