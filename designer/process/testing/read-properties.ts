import { BpmnModdle } from 'bpmn-moddle';

interface Descriptor {
  readonly propertiesByName: Readonly<Record<string, { readonly ns: { readonly localName: string }; readonly definedBy: { readonly name: string } } | undefined>>;
}
interface Asked {
  readonly $type: string;
  readonly $descriptor: Descriptor;
}

/** A property by the type that declares it: `bpmn:Activity#startQuantity`. */
export const readAs = (element: object, name: string): string => {
  const property = (element as Asked).$descriptor.propertiesByName[name];
  return `${property?.definedBy.name ?? '?'}#${property?.ns.localName ?? name}`;
};

/** Files that go through all there is, whatever it means. */
const general = /\/engine\/bpmn\/(written|rules\/reference|foreign\/.*)\.ts/;

/** Which properties of the metamodel the reader asks for while it reads these diagrams, of elements that have them. */
export async function readProperties(diagrams: readonly string[], read: (xml: string) => Promise<unknown>): Promise<ReadonlySet<string>> {
  let prototype = new BpmnModdle() as unknown as object;
  prototype = (prototype as { create(type: string, properties: object): object }).create('bpmn:Task', {});
  while (!Object.hasOwn(prototype, 'get')) prototype = Object.getPrototypeOf(prototype) as object;
  const elements = prototype as { get(this: Asked, name: string): unknown };
  const { get } = elements;
  const found = new Map<string, string>();
  elements.get = function (name) {
    const key = `${this.$type}#${name}`;
    if (!found.has(key)) {
      const caller = (new Error().stack ?? '').split('\n').slice(2).find((line) => !line.includes('/engine/bpmn/moddle.ts')) ?? '';
      if (caller.includes('/engine/bpmn/') && !general.test(caller)) found.set(key, readAs(this, name));
    }
    return get.call(this, name);
  };
  try {
    for (const diagram of diagrams) await read(diagram);
  } finally {
    elements.get = get;
  }
  return new Set([...found.values()].filter((property) => !property.startsWith('?')));
}
