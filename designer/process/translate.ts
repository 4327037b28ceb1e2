import { language } from '../../ui/language.ts';
import { drawingWords } from './words/drawing-vi.ts';

/** What the drawing tool says, in Vietnamese; a sentence that is not translated stays in English. */
export const translate = (template: string, values: Readonly<Record<string, string>> = {}): string => {
  const sentence = language() === 'vi' && Object.hasOwn(drawingWords, template) ? drawingWords[template]! : template;
  return sentence.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);
};

export const translation = { translate: ['value', translate] };
