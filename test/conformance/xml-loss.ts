import { parseXml, type XmlElement } from './xml.ts';

const bpmn = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';
const xsi = '{http://www.w3.org/2001/XMLSchema-instance}type';

/** Values that an attribute has when it is not written (BPMN 2.0.2, schema): leaving them out or writing them says the same. */
const defaults: ReadonlySet<string> = new Set([
  'isClosed=false', 'isExecutable=false', 'processType=None', 'isInterrupting=true', 'parallelMultiple=false', 'cancelActivity=true', 'isForCompensation=false', 'startQuantity=1',
  'completionQuantity=1', 'triggeredByEvent=false', 'instantiate=false', 'eventGatewayType=Exclusive', 'gatewayDirection=Unspecified', 'isCollection=false', 'implementation=##unspecified',
  'implementation=##WebService', 'isSequential=false', 'behavior=All', 'testBefore=false', 'waitForCompletion=true', 'method=##Compensate', 'structureRef=', 'itemKind=Information', 'associationDirection=None',
  'isUnlimited=true', 'ordering=Parallel', 'cancelRemainingInstances=true', 'textFormat=text/plain', 'expressionLanguage=http://www.w3.org/1999/XPath', 'typeLanguage=http://www.w3.org/2001/XMLSchema',
].map((pair) => `{}${pair}`));

/** References by qualified name may be written with or without a prefix; numbers with or without a fraction. */
const plain = (name: string, value: string): string => {
  if (/^-?\d+(\.\d+)?$/.test(value)) return String(Number(value));
  return /(Ref|type|Element|default|id)$/.test(name) && /^[\w-]+:[\w.-]+$/.test(value) ? value.slice(value.indexOf(':') + 1) : value.trim();
};

/** A formal expression may stand for an expression by its own name or by its type (schema: its substitution group). */
const bySubstitution = (element: XmlElement): XmlElement => (element.name === `${bpmn}formalExpression` ? { ...element, name: `${bpmn}expression`, attributes: new Map([...element.attributes, [xsi, 'tFormalExpression']]) } : element);

/**
 * What an element itself says. The only type that a waypoint can have says nothing. An attribute without a prefix is
 * the element's own (Namespaces in XML 1.0, 6.2), as one with the element's prefix is: the same thing said twice is said once.
 */
const own = (element: XmlElement): string => {
  const space = element.name.slice(0, element.name.indexOf('}') + 1);
  const pairs = [...element.attributes].map(([name, value]) => `${name.startsWith(space) ? `{}${name.slice(space.length)}` : name}=${plain(name, value)}`);
  const attributes = [...new Set(pairs)].filter((pair) => !defaults.has(pair) && !(pair.startsWith(xsi) && pair.endsWith('=Point'))).toSorted();
  const words = element.children.length === 0 ? element.text.trim().replace(/\s+/g, ' ') : '';
  const text = element.name.startsWith(bpmn) && /(Ref|incoming|outgoing)$/.test(element.name) ? plain('Ref', words) : words;
  return `<${[element.name, ...attributes].join(' ')}>${text}`;
};

/** Children by kind: elements stand in the order of the schema, so their order among different kinds says nothing. */
const inside = ({ children }: XmlElement): readonly XmlElement[] => children.map(bySubstitution).toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));

const canonical = (element: XmlElement): string => `${own(element)}${inside(element).map(canonical).join('')}</>`;

const difference = (before: XmlElement, after: XmlElement, around: string): string | undefined => {
  if (canonical(before) === canonical(after)) return undefined;
  const id = before.attributes.get('{}id');
  const here = `${around}/${before.name.replace(/^\{.*\}/, '')}${id === undefined ? '' : `#${id}`}`;
  const others = inside(after).map((child) => ({ child, text: canonical(child) }));
  for (const child of inside(before)) {
    const text = canonical(child);
    const same = others.findIndex((other) => other.text === text);
    if (same >= 0) others.splice(same, 1);
    else {
      const like = others.find((other) => other.child.name === child.name && other.child.attributes.get('{}id') === child.attributes.get('{}id'));
      return like ? difference(child, like.child, here) : `${here} lost ${text.slice(0, 200)}`;
    }
  }
  if (others.length > 0) return `${here} gained ${others[0]!.text.slice(0, 200)}`;
  return own(before) === own(after) ? `${here}: what it holds stands in another order` : `${here}: ${own(before).slice(0, 200)} became ${own(after).slice(0, 200)}`;
};

/** What the second of two documents says otherwise than the first, by the path to the first such element; nothing when they say the same. */
export const loss = (before: string, after: string): string | undefined => difference(parseXml(before), parseXml(after), '');
