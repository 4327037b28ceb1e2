import type { Warning } from 'bpmn-moddle';
import drawing from 'bpmn-moddle/resources/bpmn/json/bpmndi.json' with { type: 'json' };
import { bpmn } from './metamodel.ts';
import motcua from './motcua.json' with { type: 'json' };

type Property = { readonly name: string; readonly default?: unknown };

/** What the metamodel takes for granted is not written again; the BPMN schema gives an envelope drawn on a message flow no default, so it must be. */
const written = (property: Property): Property => {
  if (property.name !== 'messageVisibleKind') return property;
  const { default: _, ...rest } = property;
  return rest;
};
const bpmndi = { ...drawing, types: drawing.types.map((type) => ({ ...type, ...('properties' in type && { properties: type.properties.map(written) }) })) };

/** Packages for whoever reads diagrams in order to write them again: the designer, and the models of other tools. */
export const exchangePackages = { bpmn, motcua, bpmndi };

/**
 * Keeps references to what is not in the file, which a reader drops: whoever drew them may have it elsewhere.
 * To be called with the warnings of reading, before anything is drawn or written. What a page of the drawing shows is
 * left to the drawing tool, which finds it by itself.
 */
export const keepDangling = (warnings: readonly Warning[]): void => {
  for (const { message, element, property, value } of warnings) {
    if (!element || property === undefined || value === undefined || !message.startsWith('unresolved reference') || element.$type === 'bpmndi:BPMNPlane') continue;
    const known = element.get(property);
    if (Array.isArray(known)) known.push({ id: value });
    else Object.assign(element, { [property.slice(property.indexOf(':') + 1)]: { id: value } });
  }
};
