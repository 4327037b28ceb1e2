import type { NodeId } from '../definition.ts';
import { knownWords, placeOf, placeWords, type WordLanguage } from '../element-words.ts';
import type { Model } from './model.ts';

/** An element as a person calls it, in words alone; in English by its id where nothing around it has a name. */
export const briefly = ({ processes }: Model, id: NodeId, language: WordLanguage): string => {
  const found = processes.find(({ definition }) => definition.nodes[id] !== undefined)?.definition;
  if (!found) return id;
  const place = placeOf(found, found.nodes[id]!, language);
  return language === 'vi' ? placeWords(place, 'vi') : (knownWords(place, 'en') ?? id);
};

/** An element as its author finds it: by its name, or the words of what stands around it, in English with its id. */
export const named = (model: Model, id: NodeId, language: WordLanguage = 'en'): string => {
  const { name } = model.processes.map(({ definition }) => definition.nodes[id]).find((found) => found !== undefined) ?? {};
  const words = briefly(model, id, language);
  if (language === 'vi') return name ? `“${name}”` : words;
  return name ? `"${name}" (${id})` : words === id ? id : `${words} (${id})`;
};
