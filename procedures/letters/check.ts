import { faultVi } from '../../engine/expression/fault-vi.ts';
import { check as checkFeel } from '../../engine/expression/feel.ts';
import { placeholderProblems, segmentsOf } from './placeholder.ts';
import type { LetterTemplate } from './template.ts';

/** What is wrong with a template's expressions, each with its place such as `blocks[3].columns[1].value`; in Vietnamese with what stands there. */
export function letterProblems(template: LetterTemplate): { readonly place: string; readonly message: string; readonly messageVi: string }[] {
  const found: { place: string; message: string; messageVi: string }[] = [];
  walk(template, '', (place, text) => {
    if (!isFeel(place)) {
      for (const { message, messageVi } of placeholderProblems(text)) found.push({ place, message, messageVi: `chỗ điền trong “${text}” viết chưa đúng, nên không in được: ${messageVi}` });
      return;
    }
    const message = checkFeel(text);
    if (message !== undefined) found.push({ place, message, messageVi: `điều kiện “${text}” viết chưa đúng, nên không in được: ${faultVi(message)}` });
  });
  return found;
}

/** Every FEEL expression of a template, with its place; `named` is the field or catalogue that names its value, where another is told. */
export function expressionsOf(template: LetterTemplate): { readonly place: string; readonly feel: string; readonly named?: string }[] {
  const found: { place: string; feel: string; named?: string }[] = [];
  walk(template, '', (place, text) => {
    if (isFeel(place)) found.push({ place, feel: text });
    else for (const segment of segmentsOf(text)) if (typeof segment !== 'string') found.push({ place, feel: segment.feel, ...(segment.writing === 'label' && segment.of !== segment.feel && { named: segment.of }) });
  });
  return found;
}

/** Every text of a template that is printed, with its place. */
export function writtenIn(template: LetterTemplate): { readonly place: string; readonly text: string }[] {
  const found: { place: string; text: string }[] = [];
  walk(template, '', (place, text) => {
    if (!isFeel(place)) found.push({ place, text });
  });
  return found;
}

const isFeel = (place: string): boolean => /(^|\.)(when|rows|items|picture|points|about)$/.test(place);

function walk(value: unknown, place: string, visit: (place: string, text: string) => void): void {
  if (typeof value === 'string') visit(place, value);
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${place}[${index}]`, visit));
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, place === '' ? key : `${place}.${key}`, visit);
}
