/** An element with its name and attributes as `{namespace}local`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string => text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (all, name: string) => {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : entities[name] ?? all;
});

const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Scope = ReadonlyMap<string, string>;

const resolved = (name: string, scope: Scope, isAttribute: boolean): string => {
  const [prefix, local] = name.includes(':') ? name.split(':') as [string, string] : ['', name];
  const namespace = prefix === '' && isAttribute ? '' : scope.get(prefix) ?? (prefix === 'xml' ? 'xml' : `?${prefix}`);
  return `{${namespace}}${local}`;
};

/** Enough of XML with namespaces to compare well-formed documents; comments, instructions and white space between elements are left out. */
export const parseXml = (xml: string): XmlElement => {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: { readonly element: XmlElement; readonly scope: Scope }[] = [{ element: root, scope: new Map() }];
  for (const [, cdata, close, open, given, empty, text] of xml.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '').matchAll(token)) {
    const { element: around, scope: outer } = stack.at(-1)!;
    if (close !== undefined) stack.pop();
    else if (open === undefined) around.text += cdata ?? decoded(text!);
    else {
      const pairs = [...given!.matchAll(attribute)].map(([, name, double, single]) => [name!, decoded(double ?? single ?? '')] as const);
      const scope = new Map([...outer, ...pairs.filter(([name]) => /^xmlns(:|$)/.test(name)).map(([name, uri]) => [name.slice(6), uri] as const)]);
      const attributes = new Map(pairs.filter(([name]) => !/^xmlns(:|$)/.test(name)).map(([name, value]) => [resolved(name, scope, true), value]));
      const element: XmlElement = { name: resolved(open, scope, false), attributes, children: [], text: '' };
      around.children.push(element);
      if (empty === '') stack.push({ element, scope });
    }
  }
  return root.children[0] ?? root;
};
