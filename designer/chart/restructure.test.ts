import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Machine } from '../../engine/statechart/machine.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import { addAfter, addInside, insertInto } from './insert.ts';
import { changeLead, leadsOf, moveLead, removeLead, retime, targetsOf } from './leads.ts';
import { setText, setWork, textsOf, works } from './meaning.ts';
import { newStates } from './new-states.ts';
import { placesOf, withState } from './places.ts';
import { readChart, writeChart } from './read-chart.ts';
import { mayHold, mayMove, moveState, removeState, setInitial, setParallel } from './restructure.ts';
import { blankStep } from '../process/step.ts';
import { targetId } from './targets.ts';

const file = readFileSync(new URL('../../procedures/urban-order-report/process.statechart.json', import.meta.url), 'utf8');
const report = readChart(file)!;
/** One that is named in every way: by key, by id, by a path, back to where it was. */
const small = readChart(JSON.stringify({
  id: 'm', initial: 'a',
  states: {
    a: { meta: { task: { role: 'handler' } }, on: { 'task.complete.a': [{ guard: 'a.ok = true', target: 'group' }, '#deep', '#m.group.second'] } },
    group: {
      initial: 'first', onDone: 'end', on: { again: '.second' },
      states: { first: { meta: { task: {} }, on: { 'task.complete.first': 'second' } }, second: { id: 'deep', after: { '1 day': 'out' } }, out: { type: 'final' }, back: { type: 'history', history: 'deep', target: 'second' } },
    },
    pause: { on: { again: '#back', both: { target: ['group'], actions: { type: 'assign', params: { x: '1' } } } } },
    end: { type: 'final' },
  },
}))!;
const stock = { register: 'receipt', notice: 'result', feeDecision: 'charge#charge' };

const meaning = (machine: Machine): Record<string, (string | undefined)[]> => {
  const places = placesOf(machine);
  return Object.fromEntries([...places.values()].map(({ id, state }) => [id, [...leadsOf(id, state).flatMap(({ transition }) => targetsOf(transition)), ...(state.target === undefined ? [] : [state.target])].map((target) => targetId(places, id, target))]));
};
const faults = (machine: Machine) => {
  const reading = readStatechart(writeChart(machine));
  return 'problems' in reading ? reading.problems.map(({ rule, element }) => `${rule} ${element}`) : [];
};

describe('a statechart that is edited', function () {
  this.timeout(120_000);
  for (const [name, machine] of [['the urban order report', report], ['one with every kind of target', small]] as const) {
    const places = placesOf(machine);
    const ids = [...places.keys()];

    it(`${name}: its text is the same after reading and writing`, () => {
      assert.deepEqual(JSON.parse(writeChart(machine)), machine);
      assert.deepEqual(faults(machine), []);
    });

    it(`${name}: every target means a state that the engine finds too`, () => {
      for (const targets of Object.values(meaning(machine))) assert.ok(targets.every((id) => id !== undefined && places.has(id)));
    });

    it(`${name}: a state put anywhere keeps what leads to it and from it`, () => {
      let moved = 0;
      for (const id of ids) for (const parent of ids.filter((one) => mayMove(places, id, one))) {
        const siblings = Object.entries(places.get(parent)?.state.states ?? {}).map(([key, child]) => child.id ?? key).filter((one) => one !== id);
        for (const after of [undefined, ...siblings]) {
          const next = moveState(machine, id, { parent, ...(after !== undefined && { after }) });
          assert.deepEqual(meaning(next), meaning(machine), `${id} into ${parent} after ${after}`);
          // what the engine says of it is asked of every seventh: reading is what takes long
          if (moved % 7 === 0) assert.deepEqual(faults(next).filter((fault) => /^(shape|target|duplicate-id|malformed|kind)/.test(fault)), [], `${id} into ${parent} after ${after}`);
          moved += 1;
        }
      }
      assert.ok(moved > 20);
    });

    it(`${name}: what is taken away leaves nothing behind that names it`, () => {
      for (const id of ids.slice(1)) {
        const next = removeState(machine, id);
        const left = placesOf(next);
        assert.ok(!left.has(id));
        for (const targets of Object.values(meaning(next))) assert.ok(targets.every((target) => target !== undefined), id);
        assert.ok([...left.values()].every(({ state }) => state.meta?.task?.fourEyes?.every((one) => left.has(one)) ?? true));
        assert.deepEqual(faults(next).filter((fault) => /^(shape|target|initial|kind)/.test(fault)), [], id);
      }
    });

    it(`${name}: every kind of state can be added after each, into each transition and into each group, and reads`, () => {
      let added = 0;
      for (const kind of newStates) {
        for (const { id, state } of places.values()) {
          if (state.type === 'history' || id === machine.id) continue;
          const made = [
            ...(state.type === 'final' ? [] : [addAfter(machine, id, kind, stock)]),
            ...leadsOf(id, state).map((lead) => insertInto(machine, id, lead, kind, stock)),
            ...(mayHold(state) && state.states ? [addInside(machine, id, kind, stock)] : []),
          ];
          for (const one of made) {
            assert.ok(placesOf(one.machine).has(one.id) && !places.has(one.id));
            if ((added += 1) % 5 === 0) assert.deepEqual(faults(one.machine).filter((fault) => /^(shape|target|duplicate-id|initial|kind|work)/.test(fault)), [], `${kind} after ${id}`);
          }
        }
      }
    });
  }

  it('puts a state where one way led on, and the way goes on from there', () => {
    const { machine, id } = addAfter(report, 'act', 'examine', stock);
    assert.deepEqual([meaning(machine)['act'], meaning(machine)[id]], [['examine'], ['approve']]);
    assert.deepEqual(leadsOf('act', placesOf(machine).get('act')!.state)[0]?.transition.actions, leadsOf('act', placesOf(report).get('act')!.state)[0]?.transition.actions);
  });

  it('puts a step of two states as a row, the first of them entered', () => {
    const { machine, id } = addAfter(report, 'act', 'fee', stock);
    const places = placesOf(machine);
    assert.deepEqual([meaning(machine)['act'], meaning(machine)[id], meaning(machine)[`${id}Wait`]], [[id], [`${id}Wait`, 'approve'], ['approve']]);
    assert.deepEqual(places.get(id)?.state.entry, { type: 'decide', params: { decision: 'charge#charge', result: 'fee', inputs: { channel: 'filing.channel' } } });
    assert.deepEqual(faults(machine), []);
    const again = addAfter(machine, id, 'fee', stock);
    assert.equal(placesOf(again.machine).get(again.id)?.state.entry, undefined, 'the fee is found once');
    const issued = addAfter(report, 'act', 'issue', stock);
    assert.deepEqual(placesOf(issued.machine).get(`${issued.id}Letter`)?.state.invoke?.input, { letter: '""', number: 'resultNumber.number' });
    assert.deepEqual(faults(issued.machine), []);
  });

  it('says every word of a step where a diagram would, and takes it away again', () => {
    const words = { name: 'Xem', nameEn: 'See', citizenName: 'Đang xem', citizenNameEn: 'Seeing', form: 'visit', role: 'handler', unit: 'receiving', assignee: 'x.y', timeLimit: '2 days', clock: 'pause:supplement', state: '4', fourEyes: 'act visit', result: 'seen', letters: 'a b' } as const;
    let machine = small;
    for (const [word, value] of Object.entries(words)) machine = setText(machine, 'a', word as keyof typeof words, value);
    assert.deepEqual(textsOf(placesOf(machine).get('a')!.state), { ...blankStep, ...words });
    assert.deepEqual(faults(machine), []);
    for (const word of Object.keys(words)) machine = setText(machine, 'a', word as keyof typeof words, '');
    machine = setText(setText(machine, 'a', 'name', ''), 'a', 'citizenName', '');
    assert.deepEqual(placesOf(machine).get('a')!.state.meta, { task: {} });
  });

  it('is named in both languages as soon as it is named in one', () => {
    const once = setText(small, 'end', 'name', 'Xong');
    assert.deepEqual(placesOf(once).get('end')!.state.meta, { name: { vi: 'Xong', en: 'Xong' } });
    assert.deepEqual(placesOf(setText(once, 'end', 'nameEn', 'Done')).get('end')!.state.meta, { name: { vi: 'Xong', en: 'Done' } });
    assert.deepEqual(placesOf(setText(once, 'end', 'name', '')).get('end')!.state.meta, undefined);
  });

  it('gives a state other work, whose end leads on where the former led', () => {
    for (const work of works.filter((one) => one !== 'endEvent')) {
      const machine = setWork(report, 'act', work, 'approve');
      assert.deepEqual(faults(machine), [], work);
      if (work !== 'state') assert.deepEqual(meaning(machine)['act'], ['approve']);
    }
    assert.deepEqual(faults(setWork(report, 'chased', 'endEvent', undefined)), []);
  });

  it('changes, orders, times anew and takes away one transition among several', () => {
    const state = () => placesOf(small).get('a')!.state;
    const [first, second] = leadsOf('a', state());
    assert.deepEqual(leadsOf('a', moveLead(state(), first!.spot, 1)).map(({ transition }) => transition.target), ['#deep', 'group', '#m.group.second']);
    assert.deepEqual(leadsOf('a', removeLead(state(), second!.spot)).map(({ transition }) => transition.target), ['group', '#m.group.second']);
    assert.deepEqual(retime(state(), second!.spot, { list: 'after', key: '2 days' }).after, { '2 days': '#deep' });
    assert.deepEqual(changeLead(state(), second!.spot, (one) => ({ ...one, guard: 'true' })).on?.['task.complete.a'], [{ guard: 'a.ok = true', target: 'group' }, { target: '#deep', guard: 'true' }, '#m.group.second']);
    assert.deepEqual(withState(small, 'deep', (deep) => retime(deep, { list: 'after', key: '1 day', index: 0 }, { list: 'after', key: '3 days' })).states['group']?.states?.['second']?.after, { '3 days': 'out' });
  });

  it('lets what is held begin elsewhere, or all at once', () => {
    assert.equal(placesOf(setInitial(small, 'group', 'deep')).get('group')!.state.initial, 'second');
    const both = setParallel(small, 'group', true);
    assert.deepEqual([both.states['group']?.type, both.states['group']?.initial], ['parallel', undefined]);
    assert.deepEqual(setParallel(both, 'group', false).states['group'], { initial: 'first', ...small.states['group'] });
  });
});
