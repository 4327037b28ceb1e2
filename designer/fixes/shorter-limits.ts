import { timeLimit } from '../../ui/format.ts';
import { ask } from '../proof/ask.ts';
import type { Fixer, Site } from './fix.ts';

type Limits = Readonly<Record<string, string>>;

/** The longest way does not fit into the time by law: steps on it whose limits could be shortened, and by how much. */
export const shorterLimits: Fixer = ({ counterexample }, site) => (counterexample === undefined ? [] : [{
  say: site.text('fixLimits'),
  choices: async () => (await ask({ ask: 'shorten', files: site.texts })).map((limits) => ({ value: JSON.stringify(limits), label: words(site, limits) })),
  run: (choice) => site.piece.setTexts(Object.fromEntries(Object.entries(JSON.parse(choice) as Limits).map(([id, timeLimit]) => [id, { timeLimit }]))),
}]);

const words = ({ piece, language, text, nameOf }: Site, limits: Limits): string =>
  Object.entries(limits).map(([id, to]) => text('fixLimitOf', { step: nameOf(id), from: timeLimit(piece.stepAt(id)?.timeLimit ?? '', language), to: timeLimit(to, language) })).join('; ');
