import type { Expression } from '../definition.ts';
import { check } from '../expression/feel.ts';
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
