import type { Expression } from '../definition.ts';
import { check } from '../expression/feel.ts';
import type { Problems } from './problem.ts';

/** A FEEL expression from a diagram: `=` in front is dropped, other languages and syntax errors are refused. */
export const feel = (problems: Problems, element: string, what: string, text: string): Expression | undefined => {
  const plain = text.trim().replace(/^=/, '').trim().normalize('NFC');
  if (/^[$#]\{/.test(plain)) {
    problems.error('expression-language', element, `expected ${what} to be FEEL, but it is "${plain}"`);
    return undefined;
  }
  const fault = plain === '' ? 'it is empty' : check(plain);
  if (fault !== undefined) {
    problems.error('expression', element, `expected ${what} "${plain}" to be valid FEEL, but ${fault}`);
    return undefined;
  }
  return { text: plain };
};

const feelNames = /feel/i;

/** Whether an expression's declared language is FEEL or left open. */
export const speaksFeel = (language: unknown): boolean => typeof language !== 'string' || language.trim() === '' || feelNames.test(language);
