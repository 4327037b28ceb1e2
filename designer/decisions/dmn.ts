import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from 'bpmn-moddle';

// How the parts of a DMN file are read and put together, for reading its tables and for changing them.

export type Column = 'inputs' | 'outputs' | 'annotations';

export const moddle = new DmnModdle();
export const many = (element: ModdleElement, name: string): ModdleElement[] => (element.get(name) as ModdleElement[] | undefined) ?? [];
export const one = (element: ModdleElement | undefined, name: string): ModdleElement | undefined => element?.get(name) as ModdleElement | undefined;
export const words = (element: ModdleElement | undefined, name: string): string => String(element?.get(name) ?? '').trim();

/** The English of what an element is called, beside the Vietnamese of DMN's own places. */
export const english = 'motcua:nameEn';
export const namespace = 'urn:motcua:dmn:1';

export const decisionsIn = (root: ModdleElement): ModdleElement[] => many(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
export const inputsIn = (root: ModdleElement): ModdleElement[] => many(root, 'drgElement').filter(({ $type }) => $type === 'dmn:InputData');
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
