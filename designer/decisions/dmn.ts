import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from 'bpmn-moddle';

// How the parts of a DMN file are read and put together, for reading its tables and for changing them.

export type Column = 'inputs' | 'outputs' | 'annotations';

export const moddle = new DmnModdle();

/** The namespaces of DMN 1.2 to 1.6 that say the version of a file; the model that they are read by knows those of 1.3 alone. */
const versioned = /(\sxmlns(?::[\w.-]+)?\s*=\s*["'])https?:\/\/www\.omg\.org\/spec\/DMN\/(20180521|20191111|20211108|20230324|20240513)\/(MODEL|DMNDI)\/(?=["'])/g;
const known = (part: string): string => `https://www.omg.org/spec/DMN/20191111/${part}/`;
/** The namespaces that a file was read with, by those of the model. */
const written = new WeakMap<ModdleElement, ReadonlyMap<string, string>>();

/** The definitions of a DMN file of any version from 1.2 on; `lost` is what the model does not know and would leave out on writing. */
export async function readDefinitions(xml: string): Promise<{ readonly root: ModdleElement; readonly lost: readonly string[] }> {
  const own = new Map<string, string>();
  const { rootElement, warnings } = await moddle.fromXML(xml.replace(versioned, (whole: string, before: string, _version: string, part: string) => {
    own.set(known(part), whole.slice(before.length));
    return `${before}${known(part)}`;
  }));
  written.set(rootElement, own);
  return { root: rootElement, lost: warnings.flatMap(({ message }) => (message.startsWith('unparsable content') ? [message] : [])) };
}

/** The file again, in the version in which it was read. */
export async function writeDefinitions(root: ModdleElement): Promise<string> {
  const { xml } = await moddle.toXML(root, { format: true });
  return xml.replace(versioned, (whole: string, before: string, _version: string, part: string) => `${before}${written.get(root)?.get(known(part)) ?? whole.slice(before.length)}`);
}
export const many = (element: ModdleElement, name: string): ModdleElement[] => (element.get(name) as ModdleElement[] | undefined) ?? [];
export const one = (element: ModdleElement | undefined, name: string): ModdleElement | undefined => element?.get(name) as ModdleElement | undefined;
export const words = (element: ModdleElement | undefined, name: string): string => String(element?.get(name) ?? '').trim();

/** The English of what an element is called, beside the Vietnamese of DMN's own places. */
export const english = 'motcua:nameEn';
export const namespace = 'urn:motcua:dmn:1';

export const decisionsIn = (root: ModdleElement): ModdleElement[] => many(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
export const inputsIn = (root: ModdleElement): ModdleElement[] => many(root, 'drgElement').filter(({ $type }) => $type === 'dmn:InputData');
/** How formulas of the file call what an input or a decision is. */
export const variableOf = (element: ModdleElement): string => words(one(element, 'variable'), 'name') || words(element, 'name');
export const logicOf = (decision: ModdleElement): ModdleElement | undefined => one(decision, 'decisionLogic');
/** Where a rule has its cells, and where a table has its columns. */
export const cells = { inputs: 'inputEntry', outputs: 'outputEntry', annotations: 'annotationEntry' } as const satisfies Record<Column, string>;
export const clauses = { inputs: 'input', outputs: 'output', annotations: 'annotation' } as const satisfies Record<Column, string>;

export const child = <E extends ModdleElement>(parent: ModdleElement, made: E): E => Object.assign(made, { $parent: parent });
/** Makes an element and puts it at the end of a list of its parent. */
export const add = (parent: ModdleElement, list: string, type: string, attributes: Readonly<Record<string, unknown>>): ModdleElement => {
  const made = child(parent, moddle.create(type, attributes));
  parent.set(list, [...many(parent, list), made]);
  return made;
};
/** Makes an element in its one place of the parent; nothing takes away what stands there. */
export const put = (parent: ModdleElement, place: string, type: string, attributes: Readonly<Record<string, unknown>> | undefined): void =>
  parent.set(place, attributes && child(parent, moddle.create(type, attributes)));
/** Names of ours may be written from here on. */
export const speaksEnglish = (root: ModdleElement): void => {
  if (words(root, 'xmlns:motcua') === '') root.set('xmlns:motcua', namespace);
};
