import { strict as assert } from 'node:assert';
import type { Form } from '../../forms/form.ts';
import { sections } from './page-facts.ts';

const section = (vi: string) => ({ vi, en: vi });
const form = { ui: { sections: { design: section('Thiết kế') }, pages: [], fields: {} } } as unknown as Form;
const fact = (id: string, done: boolean) => ({ id, section: 'design', done });

describe('the task list of an application', () => {
  const cases = [
    { name: 'a section that nobody opened begins at its first page, even when that one may be left empty', facts: [fact('designer', true), fact('review', false)], answered: [], href: 'designer', state: 'incomplete' },
    { name: 'a section that was begun goes on where something is wanted', facts: [fact('designer', true), fact('review', false)], answered: ['designer'], href: 'review', state: 'started' },
    { name: 'a finished section opens at its first page', facts: [fact('designer', true), fact('review', true)], answered: ['review'], href: 'designer', state: 'completed' },
    { name: 'a section in which everything may be left empty is optional', facts: [fact('designer', true)], answered: [], href: 'designer', state: 'optional' },
  ];
  for (const { name, facts, answered, href, state } of cases) {
    it(name, () => assert.deepEqual(sections(form, facts, (page) => (answered as string[]).includes(page)), [{ section: 'design', href, state }]));
  }
});
