import { variables } from '../../expression/feel.ts';
import { hasJuel, translate } from '../juel/translate.ts';
import { one, words } from '../moddle.ts';
import { called } from '../problem.ts';
import type { Site } from './site.ts';

const listed = (text: string): readonly string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '');

/** The names that a condition reads; one that cannot be translated is told of where it is read. */
const readBy = ({ element }: Site): readonly string[] => {
  const condition = one(element, 'condition');
  const text = (condition && words(condition, 'body'))?.replace(/^=/, '') ?? '';
  const translated = hasJuel(text) ? translate(text) : { feel: text };
  return 'failed' in translated ? [] : [...new Set(variables(translated.feel).map((path) => path.split('.')[0]!))];
};

const refuse = ({ problems, owner }: Site, what: string): void =>
  problems.incomplete('foreign-condition', owner.id, `expected the condition of ${called(owner)} to be asked whenever data change, but ${what}`);

/**
 * Other engines may ask a condition only when certain variables change. Here it is asked whenever data change, and happens when it
 * begins to hold: the same, as long as the condition reads none but these.
 */
export const watchedNames = (site: Site, names: string): void => {
  const others = readBy(site).filter((name) => !listed(names).includes(name));
  if (others.length > 0) refuse(site, `it is to be asked only when ${listed(names).join(', ')} changes, although it reads ${others.join(', ')} too`);
};

/** They may also tell the first value of a variable from later ones; data here come to be and change alike, and never go. */
export const watchedChanges = (site: Site, changes: string): void => {
  const given = listed(changes.toLowerCase());
  if (given.length > 0 && !(given.includes('create') && given.includes('update'))) refuse(site, `it is to be asked only on ${given.join(', ')}`);
};
