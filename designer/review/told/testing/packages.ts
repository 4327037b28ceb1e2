import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Definition } from '../../../../engine/definition.ts';
import { words } from '../../../words.ts';
import { en } from '../../../words/en.ts';
import { setLanguage, type Language } from '../../../../ui/language.ts';
import { readDefinition } from '../../read-definition.ts';
import { calledIn, readKnown, type Called } from '../called.ts';
import type { Telling } from '../shape.ts';

const root = new URL('../../../../procedures/', import.meta.url);

/** The packages that are shipped, by key. */
export const shipped: readonly string[] = readdirSync(root).filter((name) => statSync(new URL(name, root)).isDirectory() && readdirSync(new URL(name, root)).includes('procedure.json'));

/** The texts of a shipped package, by path. */
export function textsOf(key: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string) => {
    for (const { name, isDirectory } of readdirSync(new URL(`${key}/${path}`, root), { withFileTypes: true }).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))) {
      if (isDirectory) walk(`${path}${name}/`);
      else if (/\.(json|dmn|bpmn)$/.test(name)) found.set(`${path}${name}`, readFileSync(new URL(`${key}/${path}${name}`, root), 'utf8').normalize('NFC'));
    }
  };
  walk('');
  return found;
}

/** What surrounds a package where it is tried: the roles and a unit of each kind that packages name. */
export const around = {
  roles: ([
    ['applicant', 'Người nộp hồ sơ', 'Applicant'], ['receptionist', 'Cán bộ tiếp nhận', 'Reception officer'], ['handler', 'Cán bộ thụ lý', 'Case handler'], ['section_head', 'Trưởng phòng', 'Section head'],
    ['signer', 'Người ký', 'Signer'], ['clerk', 'Văn thư', 'Records clerk'], ['consulted_agency', 'Cơ quan được hỏi', 'Consulted agency'], ['result_officer', 'Cán bộ trả kết quả', 'Result officer'], ['centre_head', 'Trưởng trung tâm', 'Head of the centre'],
  ] as const).map(([role, vi, en]) => ({ role, name: { vi, en }, like: null, people: 1 })),
  unitKinds: [{ kind: 'land-office', example: { vi: 'Chi nhánh đất đai mẫu', en: 'Sample land office' } }, { kind: 'ward', example: { vi: 'Phường mẫu', en: 'Sample ward' } }],
  calendars: [{ id: 'hcmc', name: { vi: 'Lịch làm việc mẫu', en: 'Sample calendar' } }, { id: 'hcmc-six', name: { vi: 'Lịch sáu ngày mẫu', en: 'Sample calendar of six days' } }],
};

/** The words of the designer in one language. */
export async function telling(language: Language): Promise<Telling> {
  await words.load(language);
  setLanguage(language);
  return { text: words.text, language };
}

const read = new Map<string, Promise<Definition | undefined>>();
function keep(text: string, reading: Promise<Definition | undefined>): Promise<Definition | undefined> {
  read.set(text, reading);
  return reading;
}

/** What a package of which nothing is changed is called by. */
export async function calledBy(texts: ReadonlyMap<string, string>, told: Telling): Promise<Called & { readonly definition: Definition | undefined }> {
  const known = await readKnown(texts, told, (path, text) => read.get(text) ?? keep(text, readDefinition(path, text, { sketch: true })));
  return { ...calledIn(known, known, around, told), definition: known.definition };
}

/** What is wrong with what is told of a change, if something is: nothing, a code, or no words of its own. Facts of notices (`{due}`) and amounts of sheets (`{copy}`) are quoted as their authors write them. */
export function faultIn(said: readonly string[], codeIn: ReturnType<typeof codesIn>, { text, language }: Telling): string | undefined {
  const whole = said.join(' ');
  if (whole.trim() === '' || [text('onlyWriting'), text('fileChanged'), text('onlyDrawing')].includes(whole)) return `nothing is told, but: ${whole}`;
  const code = codeIn(whole, language);
  if (code !== undefined) return `“${code}” in: ${whole}`;
  return whole.includes(text('toldOther')) || whole.includes('“”') || /\{(?!due|newDue|code|way|reason|copy|page|further|most)\w+\}/.test(whole) ? `no words: ${whole}` : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every code by which a package calls something, and all that it says to people. */
function codesAndProse(texts: ReadonlyMap<string, string>): { readonly codes: ReadonlySet<string>; readonly prose: string } {
  const codes = new Set<string>();
  const prose: string[] = [];
  const coded = new Set(['id', 'key', 'value', 'field', 'place', 'form', 'template', 'code', 'topic', 'name', 'letter', 'section', 'show', 'require', 'compute', 'warn', 'refuse', 'kind', 'unitKind', 'method', 'block', 'file']);
  const visit = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (/\s/.test(value) || /[^\p{ASCII}]/u.test(value) || name === 'vi' || name === 'en' || name === 'number' || name === 'symbol') prose.push(value);
      else if (coded.has(name)) codes.add(value);
    } else if (Array.isArray(value)) value.forEach((each) => visit(each, name));
    else if (isObject(value)) for (const [key, each] of Object.entries(value)) {
      if (/^[a-z][A-Za-z0-9.-]*$/.test(key) && ['fields', 'sections', 'sources', 'letters', 'registers', 'notices', 'properties'].includes(name)) codes.add(key);
      visit(each, key);
    }
  };
  for (const [path, text] of texts) {
    if (path.endsWith('.json')) visit(JSON.parse(text), '');
    else for (const [, name = '', said = ''] of text.matchAll(/\s([\w:]+)="([^"]*)"/g)) {
      if (/\s/.test(said) || /[^\p{ASCII}]/u.test(said)) prose.push(said);
      else if (/^(id|motcua:(form|role|result|performer|letters|connector|decision|fourEyes)|name)$/.test(name)) said.split(' ').forEach((each) => codes.add(each));
    }
    const [, file = ''] = /^(?:forms|letters|decisions|connectors)\/([^/]+)\.\w+$/.exec(path) ?? [];
    if (file !== '') codes.add(file);
  }
  return { codes, prose: prose.join('\n') };
}

/** What a code could be in a sentence: letters and digits with the signs that codes are joined by. */
const wordsIn = (sentence: string): readonly string[] => (sentence.match(/[\p{L}\p{N}_][\p{L}\p{N}._#[\]-]*/gu) ?? []).map((word) => word.replace(/[.\]-]+$/, ''));

/** Codes that no sentence to people may hold: those that are no words of theirs. In English a plain word may be both. */
export function codesIn(texts: ReadonlyMap<string, string>): (sentence: string, language: Language) => string | undefined {
  const { codes, prose } = codesAndProse(texts);
  const common = new Set(wordsIn(`${prose}\n${Object.values(en).join('\n')}`));
  const foreign = new Set([...codes].filter((code) => code.length > 2 && /^[A-Za-z]/.test(code) && !/^[A-Z]+\d*$/.test(code) && !common.has(code)));
  return (sentence, language) => {
    const [raw] = /\b(kind|pause):\S+/.exec(sentence) ?? /\bundefined\b|\[object/.exec(sentence) ?? [];
    return raw ?? wordsIn(sentence).find((word) => foreign.has(word) && (language === 'vi' || !/^[a-z]+$/.test(word)));
  };
}
