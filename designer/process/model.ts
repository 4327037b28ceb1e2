/** An element of the BPMN model as the drawing tool and the parser hold it; only what the designer asks of it. */
export interface Model {
  readonly $type: string;
  readonly id?: string;
  readonly $parent?: Model;
  get(name: string): unknown;
}

const isModel = (value: unknown): value is Model => typeof value === 'object' && value !== null && '$type' in value;

export const one = (model: Model, property: string): Model | undefined => {
  const value = model.get(property);
  return isModel(value) ? value : undefined;
};

export const many = (model: Model, property: string): readonly Model[] => {
  const value = model.get(property);
  return Array.isArray(value) ? value.filter(isModel) : [];
};

export const textIn = (model: Model | undefined, property: string): string => {
  const value = model?.get(property);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** What makes an event what it is: its own definitions, and those beside the process that it shares (BPMN 2.0.2, 10.5.1). */
export const definitionsIn = (model: Model): readonly Model[] => [...many(model, 'eventDefinitions'), ...many(model, 'eventDefinitionRef')];

/** The whole file that an element stands in. */
export const rootOf = (model: Model): Model => (model.$parent ? rootOf(model.$parent) : model);

/** `bpmn:UserTask` → `userTask`: the engine's word. */
export const kindOf = ({ $type }: Model): string => {
  const name = $type.slice($type.indexOf(':') + 1);
  return name.slice(0, 1).toLowerCase() + name.slice(1);
};
