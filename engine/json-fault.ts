import { placeOf } from './text-place.ts';

const blank = /[ \t\r\n]*/y;
const token = /(?:([{}[\],:])|("(?:[ !#-[\]-\uFFFF]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may stand at a place: a value, a member's name, what parts them, or a closing bracket. */
type Place = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';
type Words = Readonly<Record<Place, string>>;
const wanted: Words = {
  'value': 'a value', 'first value': 'a value or "]"', 'name': 'a name in double quotes', 'first name': 'a name in double quotes or "}"', 'colon': '":"', 'comma': '"," or the closing bracket', 'end': 'nothing more',
};

const wantedVi: Words = {
  'value': 'một giá trị', 'first value': 'một giá trị hoặc "]"', 'name': 'một tên trong ngoặc kép', 'first name': 'một tên trong ngoặc kép hoặc "}"', 'colon': '":"', 'comma': '"," hoặc dấu ngoặc đóng', 'end': 'hết tệp',
};
const sentences = {
  en: { empty: 'the file is empty', ends: (next: string) => `it ends where ${next} has to follow`, instead: (at: string, found: string, next: string) => `at ${at} it has ${found} instead of ${next}`, wanted },
  vi: { empty: 'tệp trống', ends: (next: string) => `tệp hết giữa chừng, còn thiếu ${next}`, instead: (at: string, found: string, next: string) => `ở ${at} có ${found} trong khi cần ${next}`, wanted: wantedVi },
} as const;

/** Where an object of a JSON text has a name that it had before, for the sentence "expected …, but": only one of the two could count. */
export const nameTwice = (text: string, language: 'vi' | 'en' = 'en'): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: found, 1: quoted, index } of text.matchAll(/("(?:[^"\\]|\\.)*")(?=[ \t\r\n]*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (found === '{' || found === '[') open.push(found === '{' ? new Set() : undefined);
    else if (found === '}' || found === ']') open.pop();
    if (quoted === undefined) continue;
    const name = JSON.parse(quoted) as string;
    if (open.at(-1)!.has(name)) return language === 'vi' ? `ở ${inVietnamese(placeOf(text, index))} tên ${quoted} có hai lần trong cùng một mục` : `at ${placeOf(text, index)} it has the name ${quoted} for the second time in one object`;
    open.at(-1)!.add(name);
  }
  return undefined;
};

const inVietnamese = (place: string): string => place.replace('line', 'dòng').replace('column', 'cột');

/** Where and why a text is not JSON (RFC 8259), for the sentence "expected …, but"; nothing when it is. The same words in every browser. */
export const jsonFault = (text: string, language: 'vi' | 'en' = 'en'): string | undefined => {
  const { empty, ends, instead, wanted: words } = sentences[language];
  if (text.trim() === '') return empty;
  const open: string[] = [];
  let place: Place = 'value';
  for (let at = 0; ;) {
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    if (at === text.length) return place === 'end' ? undefined : ends(words[place]);
    token.lastIndex = at;
    const [whole = '', mark, quoted, word] = token.exec(text) ?? [];
    const next = following(place, open, mark ?? (quoted === undefined ? word === undefined ? '' : 'value' : 'text'));
    if (next === undefined) return instead(language === 'vi' ? inVietnamese(placeOf(text, at)) : placeOf(text, at), JSON.stringify(/^[\w.-]+|^[\s\S]/u.exec(text.slice(at, at + 20))![0]), words[place]);
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
