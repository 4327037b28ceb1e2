import { placeOf } from './text-place.ts';

const blank = /[ \t\r\n]*/y;
const token = /(?:([{}[\],:])|("(?:[ !#-[\]-\uFFFF]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may stand at a place: a value, a member's name, what parts them, or a closing bracket. */
type Place = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';
const wanted: Readonly<Record<Place, string>> = {
  'value': 'a value', 'first value': 'a value or "]"', 'name': 'a name in double quotes', 'first name': 'a name in double quotes or "}"', 'colon': '":"', 'comma': '"," or the closing bracket', 'end': 'nothing more',
};

/** Where and why a text is not JSON (RFC 8259), for the sentence "expected …, but"; nothing when it is. The same words in every browser. */
export const jsonFault = (text: string): string | undefined => {
  if (text.trim() === '') return 'the file is empty';
  const open: string[] = [];
  let place: Place = 'value';
  for (let at = 0; ;) {
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    if (at === text.length) return place === 'end' ? undefined : `it ends where ${wanted[place]} has to follow`;
    token.lastIndex = at;
    const [whole = '', mark, quoted, word] = token.exec(text) ?? [];
    const next = following(place, open, mark ?? (quoted === undefined ? word === undefined ? '' : 'value' : 'text'));
    if (next === undefined) return `at ${placeOf(text, at)} it has ${JSON.stringify(/^[\w.-]+|^[\s\S]/u.exec(text.slice(at, at + 20))![0])} instead of ${wanted[place]}`;
    at += whole.length;
    place = next;
  }
};

/** What may follow after a token stood at a place; nothing when it may not stand there. Keeps account of the open brackets. */
const following = (place: Place, open: string[], found: string): Place | undefined => {
  const after = (): Place => (open.length === 0 ? 'end' : 'comma');
  if (place === 'value' || place === 'first value') {
    if (found === 'text' || found === 'value') return after();
    if (found === '{' || found === '[') return open.push(found) && found === '{' ? 'first name' : 'first value';
  }
  if (place === 'name' || place === 'first name') {
    if (found === 'text') return 'colon';
  }
  if (place === 'colon' && found === ':') return 'value';
  if (place === 'comma' && found === ',') return open.at(-1) === '{' ? 'name' : 'value';
  const closes = open.at(-1) === '{' ? '}' : ']';
  if (found !== closes || !['comma', 'first value', 'first name'].includes(place)) return undefined;
  open.pop();
  return after();
};
