import { parseDocument, type Element } from '../../../engine/decision/document.ts';
import { isLogic } from '../../../engine/decision/boxed/read.ts';

/** A part of a decision file as JSON that can be compared: attributes and children by their names, what may stand several times as lists, boxed logic as `logic` (or `elements`, where several stand in a row). */
export type Plain = string | { readonly [name: string]: Plain } | readonly Plain[];
export type PlainGroup = { readonly [name: string]: Plain };

/** Elements of DMN 1.5 that may stand several times where they stand. */
const several = new Set([
  'import', 'itemDefinition', 'inputData', 'decision', 'businessKnowledgeModel', 'decisionService', 'knowledgeSource', 'textAnnotation', 'association', 'group', 'performanceIndicator', 'organizationUnit', 'elementCollection',
  'itemComponent', 'parameters', 'informationRequirement', 'knowledgeRequirement', 'authorityRequirement', 'supportedObjective', 'impactedPerformanceIndicator', 'decisionMaker', 'decisionOwner', 'usingProcess', 'usingTask',
  'impactingDecision', 'decisionMade', 'decisionOwned', 'outputDecision', 'encapsulatedDecision', 'inputDecision', 'drgElement',
  'input', 'output', 'annotation', 'contextEntry', 'binding', 'formalParameter', 'column', 'row',
]);
/** What these hold is known by its id, others by what they say. */
const known = new Set(['inputData', 'decision', 'businessKnowledgeModel', 'decisionService', 'knowledgeSource', 'performanceIndicator', 'organizationUnit', 'input', 'output', 'rule']);
/** How it is drawn and what other programs keep beside. */
const unread = new Set(['extensionElements', 'DMNDI']);
const texts = new Set(['text', 'description', 'question', 'allowedAnswers', 'typeRef', 'type']);

/** Throws what the reader of DMN throws. */
export const plainFile = (xml: string): PlainGroup => group(parseDocument(xml));

function plain(element: Element): Plain {
  if (texts.has(element.name)) return element.text.trim().normalize('NFC');
  const { href, id: _, ...rest } = element.attributes;
  // a reference is where it leads to
  return href !== undefined && Object.keys(rest).length === 0 && element.children.length === 0 ? href : group(element);
}

function group(element: Element): PlainGroup {
  const { children, attributes, name } = element;
  const own = Object.entries(attributes).filter(([key]) => !/^xmlns(:|$)/.test(key) && (key !== 'id' || known.has(name))).map(([key, value]) => [key, value.normalize('NFC')] as const);
  const inside: Record<string, Plain> = {};
  for (const child of children) {
    if (unread.has(child.name) || isLogic(child) || (name === 'decisionTable' && child.name === 'rule')) continue;
    inside[child.name] = several.has(child.name) ? [...((inside[child.name] as readonly Plain[] | undefined) ?? []), plain(child)] : plain(child);
  }
  const logic = children.filter(isLogic).map((child): PlainGroup => ({ boxed: child.name, ...group(child) }));
  const held = name === 'list' || name === 'row' ? { elements: logic } : logic[0] ? { logic: logic[0] } : {};
  return { ...Object.fromEntries(own), ...inside, ...held, ...(name === 'decisionTable' && table(element)) };
}

/** Of a table how rules are chosen is one thing, whatever is left unsaid of it, and each cell of a rule is known by its column: `input.0`. */
function table({ attributes: { hitPolicy = 'UNIQUE', aggregation }, children }: Element): PlainGroup {
  const cells = { inputEntry: 'input', outputEntry: 'output', annotationEntry: 'annotation' } as const;
  const rule = children.filter(({ name }) => name === 'rule').map((one): PlainGroup => ({
    ...(one.attributes['id'] !== undefined && { id: one.attributes['id'] }),
    ...Object.fromEntries(one.children.filter(({ name }) => name === 'description').map((child) => ['description', plain(child)])),
    cells: Object.fromEntries(Object.entries(cells).flatMap(([name, column]) => one.children.filter((child) => child.name === name).map((cell, index) => [`${column}.${index}`, plain(cell)]))),
  }));
  return { hitPolicy: [hitPolicy, aggregation].filter(Boolean).join(' '), rule };
}
