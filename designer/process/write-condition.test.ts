import assert from 'node:assert/strict';
import { flows } from '../../engine/testing/diagram.ts';
import { modelOf } from './editing.ts';
import { one } from './model.ts';
import { headless, type Headless } from './testing/headless.ts';
import { writeCondition } from './write-condition.ts';

const choice = (kind: string, ends: readonly string[]) => `<process id="p" isExecutable="true"><startEvent id="s"/><${kind} id="g">${ends.map((id) => `<outgoing>g-${id}</outgoing>`).join('')}</${kind}>${ends.map((id) => `<endEvent id="${id}"/>`).join('')}${flows(['s -> g', ...ends.map((id) => `g -> ${id}`)].join('; '))}</process>`;
const wayTo = ({ at }: Headless, id: string) => at(`g-${id}`);
const usual = ({ at }: Headless) => {
  const way = one(modelOf(at('g')), 'default');
  return way && one(way, 'targetRef')?.id;
};

describe('When a way of a choice is taken', () => {
  it('is said, and the only way left that says nothing is for all other cases, in one step of undo', async () => {
    const page = await headless(choice('exclusiveGateway', ['a', 'b']));
    writeCondition(page.drawing, wayTo(page, 'a'), 'x.ok = true');
    assert.equal(usual(page), 'b');
    page.undo();
    assert.deepEqual([usual(page), one(modelOf(wayTo(page, 'a')), 'conditionExpression')], [undefined, undefined]);
  });

  it('of three, the last that says nothing', async () => {
    const page = await headless(choice('exclusiveGateway', ['a', 'b', 'c']));
    writeCondition(page.drawing, wayTo(page, 'a'), 'x.n = 1');
    assert.equal(usual(page), undefined);
    writeCondition(page.drawing, wayTo(page, 'c'), 'x.n = 2');
    assert.equal(usual(page), 'b');
  });

  it('changed again, or where several ways may be taken at once, it decides nothing of the others', async () => {
    const several = await headless(choice('inclusiveGateway', ['a', 'b']));
    writeCondition(several.drawing, wayTo(several, 'a'), 'x.ok = true');
    assert.equal(usual(several), undefined);
    const page = await headless(choice('exclusiveGateway', ['a', 'b']));
    writeCondition(page.drawing, wayTo(page, 'a'), 'x.ok = true');
    writeCondition(page.drawing, wayTo(page, 'b'), 'x.ok = false');
    writeCondition(page.drawing, wayTo(page, 'a'), 'x.ok != false');
    assert.equal(usual(page), undefined);
  });
});
