import type { Element } from 'dmn-moddle';

/** Takes down why an element, by its id, is not executed. */
export type Report = (element: string, message: string) => void;

/** An expression that says it is not in FEEL is never evaluated. */
export function languageProblem(element: Element): string | undefined {
  const language = element['expressionLanguage'];
  return typeof language !== 'string' || /feel/i.test(language) ? undefined : `expected FEEL, but the expression is in "${language}"`;
}

export const list = (element: Element, property: string): readonly Element[] => (element[property] as readonly Element[] | undefined) ?? [];
export const idOf = (element: Element): string => (typeof element['id'] === 'string' ? element['id'] : '');
export const nameOf = (element: Element): string => (typeof element['name'] === 'string' ? element['name'].normalize('NFC').trim().replace(/\s+/g, ' ') : idOf(element));
export const typeOf = (element: unknown): string | undefined => (element as Element | undefined)?.['typeRef'] as string | undefined;
/** The text of an expression or of tests; empty when there is none. */
export const textOf = (element: unknown): string => {
  const text = (element as Element | undefined)?.['text'];
  return typeof text === 'string' ? text.trim().normalize('NFC') : '';
};
