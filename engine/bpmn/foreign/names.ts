import { hasJuel } from '../juel/translate.ts';
import { words } from '../moddle.ts';
import { fixed, type Site } from './site.ts';

/** By what events find each other: fixed in the drawing here, an expression too in other engines. */
const known: Readonly<Record<string, readonly [property: string, what: string]>> = {
  'bpmn:Message': ['name', 'the name'],
  'bpmn:Signal': ['name', 'the name'],
  'bpmn:Error': ['errorCode', 'the code'],
  'bpmn:Escalation': ['escalationCode', 'the code'],
};

/** A name that is an expression would be waited for letter by letter; on a step it would be shown so. */
export const checkNames = (site: (name: string) => Site): void => {
  const { element } = site('');
  const [property, what] = known[element.$type] ?? [];
  if (property !== undefined) {
    const plain = fixed(site(property), what!, words(element, property));
    if (plain !== undefined) element.set(property, plain);
  } else if (element.$instanceOf('bpmn:Activity') && hasJuel(words(element, 'name') ?? '')) {
    site('name').decoration('an expression', 'a step has the same name in every dossier');
  }
};
