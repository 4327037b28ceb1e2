import type { Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { drawnWords } from './drawn-words.ts';
import { kindOf, one, textIn, type Model } from './model.ts';
import { kindWord } from './words/kind.ts';

const beside = /^(participant|lane|messageFlow|textAnnotation|dataObjectReference|dataStoreReference|group|association|dataInputAssociation|dataOutputAssociation)$/;

/** Whether it is drawn beside the steps and is none: pools and lanes around them, data, remarks, messages between pools. */
export const isBeside = (kind: string): boolean => beside.test(kind);

const said = (model: Model, language: Language): string => (language === 'en' && textIn(model, 'motcua:nameEn')) || textIn(model, 'name') || textIn(model, 'text');

/** What anything drawn is called: a step by its name or what stands around it; a pool without a name by its process, a message by its ends, else by what it is. */
export function calledWords(model: Model, language: Language, text: Text, wayTo: (step: string) => string = (goal) => goal): string {
  const kind = kindOf(model);
  if (!isBeside(kind)) return drawnWords(model, language, wayTo);
  const process = one(model, 'processRef');
  const own = said(model, language) || (process ? said(process, language) : '');
  if (own !== '' || kind !== 'messageFlow') return own || kindWord(text, kind);
  const end = (property: string): string => {
    const node = one(model, property);
    return node ? calledWords(node, language, text) : '';
  };
  return text('messageFromTo', { from: end('sourceRef'), to: end('targetRef') });
}
