import { variables } from '../../engine/expression/feel.ts';
import { expressionsOf } from '../letters/check.ts';
import { givenNames } from '../letters/given-names.ts';
import { letterOf } from '../letters/variant.ts';
import { faultOf, placesOf, type Place } from './dossier-data.ts';
import { issued } from './letter-exists.ts';
import { nodesOf, warning, type Rule } from './rule.ts';

/** What whoever issues a letter adds to the dossier's data (procedures/letters/fill.ts), and what stands for a row. */
const added = ['inputs', 'papers', 'steps', 'item', 'number'];
/** The same where its facts are known: nothing else is there, whatever the dossier's own data hold under the name. */
const known = ['dossier', 'procedure', 'unit', 'letter', 'signer', 'actor', 'supplement'];

const namesIn = (root: string): readonly string[] => givenNames.flatMap(({ feel }) => (feel.startsWith(`${root}.`) ? [feel.slice(root.length + 1)] : []));

/** What letters say is asked by some form, or given by some step: by name, by field, and by the inputs of the steps that issue them. */
export const letterField: Rule = {
  name: 'letter-field',
  *check(loaded) {
    const places = new Map<string, Place>([...placesOf(loaded), ...added.map((name): [string, Place] => [name, 'any']), ...known.map((name): [string, Place] => [name, { names: namesIn(name) }])]);
    for (const [key, template] of loaded.letters) {
      const issuers = nodesOf(loaded).filter((node) => issued(node) === letterOf(loaded.procedure, key));
      const given = new Set(issuers.flatMap(({ step }) => Object.keys(step.inputs ?? {})));
      const expressions = expressionsOf(template);
      // What a block asks for before it stands may well be missing.
      const optional = new Set(expressions.flatMap(({ feel }) => [...feel.matchAll(/inputs\.(\w+)\s*!=\s*null/g)].map(([, name]) => name)));
      for (const { place, feel, named } of expressions) {
        // a catalogue, such as `communes`, is no field
        for (const path of [...variables(feel), ...(named?.includes('.') ? [named] : [])]) {
          const [root, name] = path.split('.');
          const isGiven = root !== 'inputs' || name === undefined || issuers.length === 0 || given.has(name) || optional.has(name);
          const fault = isGiven ? faultOf(places, path) : { en: `expected a step that issues "${key}" to give it the input "${name}", but none does` };
          if (fault) yield warning(place, { en: fault.en, vi: isGiven ? `Không biểu mẫu nào hỏi, không bước nào cho “${path}”, nên chỗ này sẽ để chấm.` : `Không bước nào cấp văn bản này đưa cho nó “${name}”, nên chỗ này sẽ để chấm.` }, `letters/${key}.json`);
        }
      }
    }
  },
};
