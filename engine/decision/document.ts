import { Parser } from 'saxen';

/** An element of the namespace of DMN, by its local name; what other namespaces add is left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const largest = 2_000_000;
const deepest = 200;
/** DMN 1.2 to 1.5: the versions differ in what they know, not in what a name means. */
const dmn = /^https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20191111|20211108|20230324|20240513)\/MODEL\/$/;

/** Parses XML into elements of DMN. Throws an Error in plain words for what is no DMN 1.2 to 1.5. */
export function parseDocument(xml: string): Element {
  if (xml.length > largest) throw new Error(`the file has ${xml.length} characters of at most ${largest}`);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Error('it declares a document type');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: { readonly element?: Element; readonly prefixes: ReadonlyMap<string, string> }[] = [{ element: top, prefixes: new Map() }];
  const here = () => open.at(-1)!;
  const fail = (error: Error) => {
    throw new Error(error.message.split('\n')[0]!.slice(0, 200));
  };
  const say = (text: string) => {
    const { element } = here();
    if (element !== undefined) element.text += text;
  };
  new Parser()
    .on('error', fail)
    .on('warn', (warning) => void (/missing|unclosed|not closed/i.test(warning.message) && fail(warning)))
    .on('openTag', (tag, given, decode) => {
      if (open.length > deepest) throw new Error(`it has more than ${deepest} levels`);
      const attributes = Object.fromEntries(Object.entries(given()).map(([name, value]) => [name, decode(value)]));
      const declared = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
      const prefixes = declared.length === 0 ? here().prefixes : new Map([...here().prefixes, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
      const [prefix, name] = tag.includes(':') ? tag.split(':') as [string, string] : ['', tag];
      const around = here().element;
      if (around === undefined || !dmn.test(prefixes.get(prefix) ?? '')) return void open.push({ prefixes });
      const element = { name, attributes, children: [], text: '' };
      around.children.push(element);
      open.push({ element, prefixes });
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text, decode) => say(decode(text)))
    .on('cdata', say)
    .parse(xml);
  const [root] = top.children;
  if (root?.name !== 'definitions' || open.length > 1) throw new Error(open.length > 1 ? 'it ends too early' : 'it has no definitions in a namespace of DMN 1.2 to 1.5');
  return root;
}
