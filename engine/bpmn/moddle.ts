import type { ModdleElement } from 'bpmn-moddle';

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

/** The element a property holds or refers to. */
export const one = (element: ModdleElement, property: string): ModdleElement | undefined => {
  const value = element.get(property);
  return isElement(value) ? value : undefined;
};

export const many = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
};

/** A property's text, trimmed and in composed form; nothing when it is blank. */
export const words = (element: ModdleElement, property: string): string | undefined => {
  const value = element.get(property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : undefined;
};

/** Children of one type in the extension elements, e.g. `motcua:Input`. */
export const extensions = (element: ModdleElement, type: string): readonly ModdleElement[] => {
  const holder = one(element, 'extensionElements');
  return holder ? many(holder, 'values').filter(({ $type }) => $type === type) : [];
};

/** Whether an element stands within another, or is it. */
export const isWithin = (element: ModdleElement, other: ModdleElement): boolean => {
  for (let around: ModdleElement | undefined = element; around; around = around.$parent) if (around === other) return true;
  return false;
};

/** The namespace of a qualified name, where it is declared and another than that of this file, whose elements alone are read. */
export const otherNamespace = (element: ModdleElement, name: string): string | undefined => {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined;
  let found: unknown;
  let at: ModdleElement = element;
  for (; at.$parent; at = at.$parent) found ??= at.$attrs?.[`xmlns:${prefix}`];
  found ??= at.$attrs?.[`xmlns:${prefix}`];
  return prefix === undefined || typeof found !== 'string' || found === at.get('targetNamespace') ? undefined : found;
};
