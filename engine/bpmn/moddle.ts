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

/** Our own children in the extension elements, e.g. `motcua:Input`. */
export const extensions = (element: ModdleElement, type: string): readonly ModdleElement[] => {
  const holder = one(element, 'extensionElements');
  return holder ? many(holder, 'values').filter(({ $type }) => $type === type) : [];
};

/** Whether an element stands within another, or is it. */
export const isWithin = (element: ModdleElement, other: ModdleElement): boolean => {
  for (let around: ModdleElement | undefined = element; around; around = around.$parent) if (around === other) return true;
  return false;
};
