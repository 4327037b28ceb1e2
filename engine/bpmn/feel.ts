import type { Expression } from '../definition.ts';
import { check, evaluate } from '../expression/feel.ts';
import type { ModdleElement } from 'bpmn-moddle';
import { hasJuel, translate } from './juel/translate.ts';
import { one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

/** A FEEL expression from a diagram: `=` in front is dropped, `${…}` is translated, other languages and syntax errors are refused. `mixed` text is also translated when it only holds `${…}`. */
export const feel = (problems: Problems, element: string, what: string, text: string, mixed = false): Expression | undefined => {
  const given = text.trim().replace(/^=/, '').trim().normalize('NFC');
  const juel = mixed ? hasJuel(given) : /^[$#]\{/.test(given);
  const translated = juel && !text.trim().startsWith('=') ? translate(given) : { feel: given };
  if ('failed' in translated) {
    problems.error('expression-language', element, `expected ${what} "${given}" to be FEEL or translatable to it, but ${translated.failed}`);
    return undefined;
  }
  const plain = translated.feel;
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

/** The formal expression in a property of an element; nothing when there is none or it is refused. */
export const formal = (problems: Problems, element: ModdleElement, property: string, what: string, owner = element): Expression | undefined => {
  const expression = one(element, property);
  if (!expression) return undefined;
  if (!speaksFeel(expression.get('language'))) {
    problems.error('expression-language', owner.id, `expected ${what} of ${called(owner)} to be FEEL, but it is ${String(expression.get('language'))}`);
    return undefined;
  }
  return feel(problems, owner.id!, `${what} of ${called(owner)}`, words(expression, 'body') ?? '');
};

/** What an expression gives whatever the data are; nothing when it asks for any. */
const constantOf = ({ text }: Expression): { readonly value: unknown } | undefined => {
  const result = evaluate(text, {}, '2026-01-01T00:00:00Z');
  return 'failed' in result || result.missing.length > 0 ? undefined : result;
};

const kinds = {
  condition: { is: (value: unknown) => typeof value === 'boolean', words: 'true or false' },
  count: { is: (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0, words: 'a whole number from 0 on' },
} as const;

/** Refuses an expression that never gives what it is asked for, such as a condition that is a number: each instance would stand still there. */
export const mustGive = (problems: Problems, kind: keyof typeof kinds, element: string | undefined, what: string, expression: Expression | undefined): Expression | undefined => {
  const constant = expression && constantOf(expression);
  if (constant && !kinds[kind].is(constant.value)) problems.error('expression-type', element, `expected ${what} "${expression.text}" to be ${kinds[kind].words}, but it is always ${JSON.stringify(constant.value) ?? 'nothing'}`);
  return expression;
};

/** A condition in a property of an element. */
export const condition = (problems: Problems, element: ModdleElement, property: string, what: string, owner = element): Expression | undefined =>
  mustGive(problems, 'condition', owner.id, `${what} of ${called(owner)}`, formal(problems, element, property, what, owner));
