import { ask } from '../proof/ask.ts';
import { alike } from './alike.ts';
import type { Fixer } from './fix.ts';

const separator = ' → ';

/** Something is asked of the data that no form asks and no step gives: a field that there is, the likest name first. */
export const knownField: Fixer = ({ element, file }, { piece, text, texts }) => (file === 'procedure.json' ? [] : [{
  say: text('fixField'),
  choices: async () => {
    const { wrong: [wrong], known } = await ask({ ask: 'fields', files: texts, element });
    return wrong === undefined ? [] : alike(wrong, known).map((path) => ({ value: wrong + separator + path, label: text('fixFieldTo', { from: wrong, to: path }) }));
  },
  run: (choice) => {
    const [wrong = '', path = ''] = choice.split(separator);
    const place = new RegExp(`(?<![\\w.])${wrong.replaceAll('.', '\\.')}(?![\\w])`, 'g');
    piece.rewrite(element, (feel) => feel.replaceAll(place, path));
  },
}]);
