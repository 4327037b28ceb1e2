import { placeOf } from './text-place.ts';

const name = '[^\\s<>/="\'!?]+';
const tag = new RegExp(`<(/?)(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
/** What stands between its marks as it is: how it begins, ends, and is called. */
const closed = [['<!--', '-->', 'comment'], ['<![CDATA[', ']]>', 'CDATA section'], ['<?', '?>', 'processing instruction']] as const;

/** Where and why XML is not well-formed (XML 1.0, 2.1), for the sentence "expected …, but"; nothing when no fault is found. */
export const xmlFault = (xml: string): string | undefined => {
  const open: { readonly name: string; readonly index: number }[] = [];
  let roots = 0;
  for (let at = xml.startsWith('\uFEFF') ? 1 : 0; ;) {
    const next = xml.indexOf('<', at);
    const [text = ''] = open.length === 0 ? /\S[^<\n]{0,39}/.exec(xml.slice(at, next < 0 ? undefined : next)) ?? [] : [];
    if (text !== '') return `"${text.trim()}" at ${placeOf(xml, xml.indexOf(text, at))} stands outside of the outermost element`;
    if (next < 0) break;
    const plain = closed.find(([begin]) => xml.startsWith(begin, next));
    if (plain) {
      const end = xml.indexOf(plain[1], next + plain[0].length);
      if (end < 0) return `the ${plain[2]} that begins at ${placeOf(xml, next)} never ends`;
      at = end + plain[1].length;
      continue;
    }
    tag.lastIndex = next;
    const found = tag.exec(xml);
    if (!found) return faultOfTag(xml, next);
    const [, slash, called = '', attributes = '', empty] = found;
    at = next + found[0].length;
    const twice = repeated(attributes);
    if (twice !== undefined) return `<${called}> at ${placeOf(xml, next)} has the attribute ${twice} twice`;
    if (slash === '/') {
      const last = open.pop();
      if (!last) return `</${called}> at ${placeOf(xml, next)} closes what was never opened`;
      if (last.name !== called) return `</${called}> at ${placeOf(xml, next)} stands where <${last.name}> of ${placeOf(xml, last.index)} has to be closed`;
    } else {
      if (open.length === 0 && (roots += 1) > 1) return `<${called}> at ${placeOf(xml, next)} is a second outermost element`;
      if (empty === '') open.push({ name: called, index: next });
    }
  }
  const last = open.at(-1);
  if (last) return `the file ends before <${last.name}> of ${placeOf(xml, last.index)} is closed`;
  return roots === 0 ? 'the file is empty' : undefined;
};

const faultOfTag = (xml: string, index: number): string => {
  const [written] = /<[^<>\n]{0,60}>?/.exec(xml.slice(index))!;
  const [where, ends] = [placeOf(xml, index), xml.indexOf('>', index)];
  return ends < 0 ? `${written} at ${where} is cut off` : `${written} at ${where} is no tag: a name, then attributes such as name="value"`;
};

const repeated = (attributes: string): string | undefined => {
  const names = [...attributes.matchAll(new RegExp(`(${name})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'))].map(([, called]) => called!);
  return names.find((called, index) => names.indexOf(called) !== index);
};
