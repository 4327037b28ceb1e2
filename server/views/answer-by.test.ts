import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import { answerBy } from './answer-by.ts';

const diagram = new URL('../../procedures/construction-permit-house/process.bpmn', import.meta.url);

describe('by when an applicant would have to answer', () => {
  const calendar = compileCalendar(hcmc);
  let house: Definition;
  before(async () => {
    const reading = await readBpmn(await readFile(diagram, 'utf8'));
    if ('problems' in reading) throw new Error('expected the house permit to be readable');
    house = reading.definition;
  });

  const cases: [string, string, string | undefined, string | undefined][] = [
    ['reception asks with its own, longer limit', 'reception', '10 working days', '2026-12-07'],
    ['examination asks with the short one, past the holiday of 24 November', 'examine', '2 working days', '2026-11-25'],
    ['a step that cannot ask says nothing', 'number', undefined, undefined],
    ['an unknown step says nothing', 'nowhere', undefined, undefined],
  ];
  for (const [name, node, limit, day] of cases)
    it(name, () => {
      const asked = answerBy(house, node, calendar, '2026-11-20T03:00:00Z');
      assert.deepEqual([asked?.limit, asked?.dueAt.slice(0, 10)], [limit, day]);
    });
});
