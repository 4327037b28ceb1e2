import type { ModdleElement } from 'bpmn-moddle';
import { one, words } from './moddle.ts';
import { unusableName } from './step.ts';

export const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Under which name a data object, property, input or output stands in the data: its own when FEEL can say it, else its id. */
export const keyOf = (element: ModdleElement): string => {
  const object = one(element, 'dataObjectRef') ?? one(element, 'dataStoreRef') ?? element;
  const name = words(object, 'name') ?? words(element, 'name');
  return name !== undefined && plainName.test(name) && !unusableName(name) ? name : object.id ?? '';
};
