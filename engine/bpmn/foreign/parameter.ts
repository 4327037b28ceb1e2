import type { ModdleElement } from 'bpmn-moddle';
import { hasJuel, translate } from '../juel/translate.ts';
import { many, one, words } from '../moddle.ts';
import { called } from '../problem.ts';
import { quoted, refuseCode, type Site } from './site.ts';

/** A text of Camunda 7 as FEEL: an expression translated, anything else the text itself. */
export const valueOf = (site: Site, what: string, given: string): string | undefined => {
  if (!hasJuel(given)) return quoted(given);
  const translated = translate(given);
  if ('feel' in translated) return translated.feel;
  const { problems, owner } = site;
  problems.error('expression-language', owner.id, `expected ${what} of ${called(owner)} "${given}" to be FEEL or translatable to it, but ${translated.failed}`);
  return undefined;
};

const scriptOf = (site: Site, what: string, script: ModdleElement): string | undefined => {
  const [format, body] = [words(script, 'scriptFormat') ?? '', words(script, 'value')];
  if (/^feel$/i.test(format) && body !== undefined) return body.replace(/^=/, '');
  if (/^juel$/i.test(format) && body !== undefined) return valueOf(site, what, body);
  refuseCode(site, `${what} with a script in ${format || 'an unnamed language'}`);
  return undefined;
};

/** A parameter of Camunda 7 as FEEL: text, expression, list, map or script; nothing when it was refused. */
export const parameterOf = (site: Site, what: string, parameter: ModdleElement): string | undefined => {
  const definition = parameter.$type === 'camunda:Script' || parameter.$type === 'camunda:List' || parameter.$type === 'camunda:Map' ? parameter : one(parameter, 'definition');
  switch (definition?.$type) {
    case 'camunda:Script': return scriptOf(site, what, definition);
    case 'camunda:List': {
      const items = many(definition, 'items').map((item) => parameterOf(site, what, item));
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'camunda:Map': {
      const entries = many(definition, 'entries').map((entry) => {
        const value = parameterOf(site, what, entry);
        return value === undefined ? undefined : `${quoted(words(entry, 'key') ?? '')}: ${value}`;
      });
      return entries.includes(undefined) ? undefined : `{${entries.join(', ')}}`;
    }
    default: {
      const value = words(parameter, 'value');
      return value === undefined ? 'null' : valueOf(site, what, value);
    }
  }
};
