import { plainName } from '../../../engine/bpmn/data-key.ts';
import { check } from '../../../engine/expression/feel.ts';
import { readersWhy } from '../../conditions/feel/why.ts';
import type { Text } from '../../words.ts';
import { plain } from '../step.ts';

/** What is wrong with an expression, in the reader's language; a blank one is somebody else's question. */
export const feelFault = (text: Text) => (expression: string): string | undefined => {
  if (plain(expression) === '') return undefined;
  const fault = check(plain(expression));
  return fault === undefined ? undefined : text('feelFault', { fault: readersWhy(fault) });
};

/** What is wrong with the name under which a value is kept: FEEL must be able to say it. */
export const nameFault = (text: Text) => (name: string): string | undefined => (name.trim() === '' || plainName.test(name.trim()) ? undefined : text('nameFault'));
