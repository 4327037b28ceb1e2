import { placeWords, type Place, type WordLanguage } from '../../engine/element-words.ts';
import { kindOf, many, one, textIn, type Model } from './model.ts';

const placeOf = (model: Model, language: WordLanguage): Place => ({
  id: model.id ?? '', kind: kindOf(model), name: (language === 'en' && textIn(model, 'motcua:nameEn')) || textIn(model, 'name') || undefined,
  before: () => [...many(model, 'incoming').flatMap((flow) => one(flow, 'sourceRef') ?? []), ...[one(model, 'attachedToRef') ?? []].flat()].map((other) => placeOf(other, language)),
  after: () => many(model, 'outgoing').flatMap((flow) => one(flow, 'targetRef') ?? []).map((other) => placeOf(other, language)),
});

/** What an element of the drawing is called: by its name, else by what stands around it; a way by where it leads. */
export const drawnWords = (model: Model, language: WordLanguage, wayTo: (step: string) => string): string => {
  const target = one(model, 'targetRef');
  if (!target) return placeWords(placeOf(model, language), language);
  return (language === 'en' && textIn(model, 'motcua:nameEn')) || textIn(model, 'name') || wayTo(placeWords(placeOf(target, language), language));
};
