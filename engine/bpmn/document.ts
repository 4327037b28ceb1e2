import { BpmnModdle, type ModdleElement, type Warning } from 'bpmn-moddle';
import { foreignPackages } from './foreign/packages.ts';
import { bpmn } from './metamodel.ts';
import extension from './motcua.json' with { type: 'json' };
import { xmlFault } from '../xml-fault.ts';
import type { Problems } from './problem.ts';
import { asMeant, asWritten } from './written.ts';

/** Made once: its tables of types cost as much as reading a small diagram. Reading leaves nothing behind in it. */
const moddle = new BpmnModdle({ bpmn: asWritten(bpmn), motcua: asWritten(extension), ...foreignPackages });

const largest = 2_000_000;

/** Above this size the parser stops at its first complaint: each one costs it time that grows with the file. */
const patient = 200_000;

/** What an XML reader must not even be shown: too large, or able to define entities. */
const hostile = (xml: string, problems: Problems): boolean => {
  if (xml.length > largest) {
    problems.error('too-large', undefined, `expected at most ${largest} characters of XML, but got ${xml.length}`);
    return true;
  }
  const declared = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(xml);
  if (declared) {
    problems.error('document-type', undefined, `expected no document type or entities, but found ${declared[0]} at character ${declared.index}`);
    return true;
  }
  return false;
};

const drawing = /^(bpmndi|dc|di|bioc|color):/;

/** What the reader complains of, at a line and column that count from 1 as editors do. */
const said = (message: string): string => {
  const [, written = '', line = '', column = '', reason = ''] = /^unparsable content (.*?)\s*detected\s+line: (\d+)\s+column: (\d+)\s+nested error: (.*)/.exec(message.replaceAll(/\s+/g, ' ')) ?? [];
  if (reason === '') return /failed to parse document as/.test(message) ? 'its outermost element is not <definitions> in the namespace http://www.omg.org/spec/BPMN/20100524/MODEL' : message.replaceAll(/\s+/g, ' ').slice(0, 300);
  return `${written.slice(0, 80)} at line ${Number(line) + 1}, column ${Number(column) + 1} is wrong: ${reason.slice(0, 200)}`;
};

/** The nearest element that its author can find: definitions within an event seldom have an id. */
const placeOf = (element: ModdleElement | undefined): string | undefined => {
  let place = element;
  while (place && place.id === undefined) place = place.$parent;
  return place?.id;
};

const tag = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** The same for what the reader has no element of: the nearest one with an id around the line and column that it tells. */
const placeIn = (xml: string, message: string): string | undefined => {
  const [, line, column] = /line: (\d+)\s+column: (\d+)/.exec(message) ?? [];
  if (line === undefined) return undefined;
  const before = xml.split('\n', Number(line)).reduce((length, text) => length + text.length + 1, 0) + Number(column);
  const around: (string | undefined)[] = [];
  for (const { index, 1: closes, 2: name, 3: attributes = '', 4: empty } of xml.matchAll(tag)) {
    if (index >= before) break;
    if (name === undefined) continue;
    if (closes !== '') around.pop();
    else if (empty === '') around.push(/\sid\s*=\s*["']([^"']*)/.exec(attributes)?.[1]);
  }
  return around.findLast((id) => id !== undefined);
};

/** The reader's warnings in our words: what only concerns the drawing is a warning, everything else an error. */
const report = (xml: string, { message, element }: Warning, problems: Problems): void => {
  const [first = message] = message.split('\n');
  const where = placeOf(element) ?? placeIn(xml, message);
  const text = said(message);
  const tag = /<\/?([\w-]+:)/.exec(first)?.[1] ?? '';
  if (drawing.test(element?.$type ?? '') || drawing.test(tag)) return problems.warn('drawing', where, `expected a drawing that fits the diagram, but ${text}`);
  if (/document encoding/.test(message)) return problems.warn('encoding', undefined, `expected UTF-8, but ${text}`);
  const duplicate = /duplicate ID <(.*)>/.exec(message);
  if (duplicate) return problems.error('duplicate-id', duplicate[1], `expected every id once, but <${duplicate[1]}> appears again`);
  // What an extension defines stands elsewhere by its nature; whether it must be understood is judged with what cannot be.
  if (element?.$type === 'bpmn:Extension' && message.startsWith('unresolved reference')) return;
  const dangling = /unresolved reference <(.*)>/.exec(message);
  if (dangling) return problems.error('dangling-reference', where, `expected ${where ?? 'an element'} to refer to an element of this file, but there is no <${dangling[1]}>`);
  const attribute = /unknown attribute <(.*)>/.exec(message);
  // Those of Camunda are judged where they are translated.
  if (attribute && /^(camunda|zeebe):/.test(attribute[1]!)) return;
  if (attribute) return problems.error('unknown-attribute', where, `expected only attributes that have a meaning, but <${attribute[1]}> has none`);
  if (/unknown type|unrecognized element|unexpected element/.test(message)) return problems.error('unknown-element', where, `expected only elements of BPMN 2.0.2, but ${text}`);
  problems.error('malformed', where, `expected well-formed BPMN, but ${text}`);
};

/** Parses XML into the metamodel. Never throws: what cannot be parsed is a problem. */
export const parse = async (xml: string, problems: Problems): Promise<ModdleElement | undefined> => {
  if (hostile(xml, problems)) return undefined;
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml, { lax: xml.length <= patient });
    const fault = warnings.some(({ message }) => /nested error/.test(message)) ? xmlFault(xml) : undefined;
    if (fault !== undefined) {
      problems.error('malformed', undefined, `expected a BPMN 2.0 document, but ${fault}`);
      return undefined;
    }
    for (const warning of warnings) report(xml, warning, problems);
    asMeant(problems, rootElement);
    return rootElement;
  } catch (error) {
    problems.error('malformed', undefined, `expected a BPMN 2.0 document, but ${xmlFault(xml) ?? said((error as Error).message)}`);
    return undefined;
  }
};
