import type { LetterTemplate } from '../../procedures/letters/template.ts';

export type Reading = { readonly template: LetterTemplate } | { readonly fault: string };

/** A letter's file fit to be edited part by part, or why not. What stands in the parts is judged by the check. */
export function readLetter(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const { name, head, blocks } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = Object.entries({ name, head, blocks: Array.isArray(blocks) ? blocks : undefined }).filter(([, part]) => typeof part !== 'object' || part === null);
  return wrong.length === 0 ? { template: value as LetterTemplate } : { fault: `expected ${wrong.map(([part]) => part).join(', ')}` };
}
