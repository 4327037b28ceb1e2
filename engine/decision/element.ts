import type { Element } from './document.ts';

/** Takes down why an element, by its id, is not executed. */
export type Report = (element: string, message: string) => void;

/** An expression that says it is not in FEEL, or a file that says so of all its expressions, is never evaluated. */
export function languageProblem(element: Element, what = 'the expression is'): string | undefined {
  const language = element.attributes['expressionLanguage'];
  return language === undefined || /feel/i.test(language) ? undefined : `expected FEEL, but ${what} in "${language}"`;
}

/** A name as it is compared: composed, and with single spaces. */
export const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

export const list = (element: Element, name: string): readonly Element[] => element.children.filter((child) => child.name === name);
export const only = (element: Element | undefined, name: string): Element | undefined => element?.children.find((child) => child.name === name);
export const idOf = (element: Element): string => element.attributes['id'] ?? '';
export const nameOf = (element: Element): string => (element.attributes['name'] === undefined ? idOf(element) : tidy(element.attributes['name']));
/** The name under which the value of a requirement is known: its variable's, and where that is left out its own. */
export const variableOf = (element: Element): string => nameOf(only(element, 'variable') ?? element);
export const typeOf = (element: Element | undefined): string | undefined => {
  const given = element?.attributes['typeRef'] ?? only(element, 'typeRef')?.text;
  return given === undefined || tidy(given) === '' ? undefined : tidy(given);
};
/** The text of an expression or of tests; empty when there is none. */
export const textOf = (element: Element | undefined): string => (only(element, 'text')?.text ?? '').trim().normalize('NFC');
/** The target of each `<name href="…#id"/>`: an id of the file, or of the model of another namespace. */
export const targets = (element: Element, name: string, namespace: string): readonly Target[] => list(element, name).flatMap(({ attributes: { href } }) => {
  if (href === undefined) return [];
  const at = href.lastIndexOf('#');
  const model = href.slice(0, Math.max(0, at));
  return [{ id: href.slice(at + 1), ...(model === '' || model === namespace ? {} : { namespace: model }) }];
});

export interface Target {
  readonly id: string;
  readonly namespace?: string;
}
