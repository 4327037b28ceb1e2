import { parseDocument, type Element } from '../../../../engine/decision/document.ts';

export interface MutatedDmn {
  /** `definitions.decision.decisionTable.rule` */
  readonly at: string;
  readonly did: string;
  readonly xml: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const written = ({ name, attributes, children, text }: Element): string => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${escaped(text.trim())}${children.map(written).join('')}</${name}>`;

/** Another text or attribute for one that stands there. */
const other = (at: string, value: string): string => {
  if (at.endsWith('@hitPolicy')) return value === 'FIRST' ? 'ANY' : 'FIRST';
  if (at.endsWith('@aggregation')) return value === 'SUM' ? 'MAX' : 'SUM';
  if (at.endsWith('@typeRef') || at.endsWith('@outputTypeRef') || at.endsWith('.typeRef')) return value === 'number' ? 'string' : 'number';
  if (at.endsWith('@isCollection')) return value === 'true' ? 'false' : 'true';
  if (at.endsWith('@href')) return '#nobody';
  if (!at.endsWith('.text')) return /\s|[^\p{ASCII}]/u.test(value) ? `${value} khác` : `${value}2`;
  if (/^".*"$/.test(value)) return `${value.slice(0, -1)}${/\s/.test(value) ? ' khác' : '2'}"`;
  return /^-?[\d.]+$/.test(value) ? String(Number(value) + 1) : '12';
};

const cells = ['input', 'output', 'annotation'] as const;
/** Children with two that stand in each other's place, or one that is gone; of a column its cells with it. */
function rearranged({ name, children }: Element, index: number, twin: number | undefined): Element[] {
  const put = (all: readonly Element[], one: number, other: number | undefined): Element[] => (other === undefined ? all.toSpliced(one, 1) : all.with(one, all[other]!).with(other, all[one]!));
  const column = children[index]!;
  const isColumn = name === 'decisionTable' && (cells as readonly string[]).includes(column.name);
  const nth = (all: readonly Element[], kind: string, at: number): number => all.map((one, place) => (one.name === kind ? place : -1)).filter((place) => place >= 0)[at] ?? -1;
  const of = (at: number): number => children.slice(0, at).filter((one) => one.name === column.name).length;
  return put(children, index, twin).map((child) => (isColumn && child.name === 'rule' ? { ...child, children: put(child.children, nth(child.children, `${column.name}Entry`, of(index)), twin === undefined ? undefined : nth(child.children, `${column.name}Entry`, of(twin))) } : child));
}

/** A decision file changed in one place at a time: each attribute with another value or gone, each text another, each element gone, the first two of a kind in each other's place. */
export function* mutatedDmn(xml: string): Generator<MutatedDmn> {
  const root = parseDocument(xml);
  function* within(element: Element, around: string): Generator<{ readonly at: string; readonly did: string; readonly element: Element | undefined }> {
    const at = around === '' ? element.name : `${around}.${element.name}`;
    if (around !== '') yield { at, did: 'is gone', element: undefined };
    for (const [name, value] of Object.entries(element.attributes)) {
      if (/^xmlns|^id$/.test(name)) continue;
      yield { at: `${at}@${name}`, did: 'another', element: { ...element, attributes: { ...element.attributes, [name]: other(`${at}@${name}`, value) } } };
      yield { at: `${at}@${name}`, did: 'is gone', element: { ...element, attributes: Object.fromEntries(Object.entries(element.attributes).filter(([key]) => key !== name)) } };
    }
    if (element.text.trim() !== '') yield { at, did: 'another text', element: { ...element, text: other(at, element.text.trim()) } };
    for (const [index, child] of element.children.entries()) {
      const twin = element.children.findIndex((one, place) => place > index && one.name === child.name);
      if (twin > index && written(child) !== written(element.children[twin]!)) yield { at: `${at}.${child.name}`, did: 'two change places', element: { ...element, children: rearranged(element, index, twin) } };
      for (const inside of within(child, at)) {
        // a rule has a cell for every column
        if (!inside.element && element.name === 'rule' && child.name.endsWith('Entry')) continue;
        yield { ...inside, element: { ...element, children: inside.element ? element.children.with(index, inside.element) : rearranged(element, index, undefined) } };
      }
    }
  }
  for (const { at, did, element } of within(root, '')) if (element) yield { at, did, get xml() { return written(element); } };
}
