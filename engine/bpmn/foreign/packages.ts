import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

interface Type {
  readonly name: string;
  readonly extends?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly isAttr?: boolean }[];
}
interface Package {
  readonly prefix: string;
  readonly types: readonly Type[];
}

/** Types that add attributes to elements of BPMN; both packages and ours have some of the same name, which moddle forbids. */
const adding = ({ types }: Package): ReadonlySet<Type> => {
  const found = new Set(types.filter((type) => type.extends?.some((name) => name.startsWith('bpmn:'))));
  for (const type of types) if (type.extends?.some((name) => [...found].some((other) => name.endsWith(`:${other.name}`)))) found.add(type);
  return found;
};

/** The package without them: its extension elements are read as typed, its attributes stay beside as they are written. */
const elementsOf = <P extends Package>(given: P): P => {
  const left = adding(given);
  return { ...given, types: given.types.filter((type) => !left.has(type)) };
};

const attributesOf = (given: Package): readonly string[] =>
  [...adding(given)].flatMap(({ properties = [] }) => properties.map(({ name }) => `${given.prefix}:${name.slice(name.indexOf(':') + 1)}`));

export const foreignPackages = { camunda: elementsOf(camunda as Package), zeebe: elementsOf(zeebe as Package) };

/** All that the two products can say: attributes on elements of BPMN such as `camunda:assignee`, and extension elements such as `zeebe:IoMapping`. */
export const foreignVocabulary = {
  attributes: [camunda, zeebe].flatMap((each) => attributesOf(each as Package)),
  elements: Object.values(foreignPackages).flatMap(({ prefix, types }) => types.map(({ name }) => `${prefix}:${name}`)),
};
