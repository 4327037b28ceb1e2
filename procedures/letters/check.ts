import { check as checkFeel } from '../../engine/expression/feel.ts';
import { placeholderProblems } from './placeholder.ts';
import type { LetterTemplate } from './template.ts';

/** What is wrong with a template's expressions, each with its place such as `blocks[3].columns[1].value`. */
export function letterProblems(template: LetterTemplate): { readonly place: string; readonly message: string }[] {
  const found: { place: string; message: string }[] = [];
  walk(template, '', (place, text) => {
    const feel = /(^|\.)(when|rows|items)$/.test(place);
    const wrong = feel ? [checkFeel(text)].filter((message) => message !== undefined) : placeholderProblems(text);
    for (const message of wrong) found.push({ place, message });
  });
  return found;
}

function walk(value: unknown, place: string, visit: (place: string, text: string) => void): void {
  if (typeof value === 'string') visit(place, value);
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${place}[${index}]`, visit));
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, place === '' ? key : `${place}.${key}`, visit);
}
