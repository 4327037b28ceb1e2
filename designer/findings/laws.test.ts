import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFolder } from '../../procedures/folder.ts';
import { textOf } from '../../procedures/package-files.ts';
import { checkPackage } from '../../procedures/check.ts';
import type { Finding } from '../../procedures/finding.ts';
import { followedBy } from './clauses.ts';
import { lawOf, type Law } from './laws.ts';

const shipped = await readFolder(new URL('../../procedures/construction-permit-house', import.meta.url).pathname);
const textsOf = (files: typeof shipped) => Object.fromEntries([...files].flatMap(([path, content]) => (/\.(json|bpmn|dmn)$/.test(path) ? [[path, textOf(content)]] : [])));
const texts = textsOf(shipped);
const finding = (rule: string, element: string, file: string, message = ''): Finding => ({ rule, severity: 'error', element, file, message });
const limit = 'Điểm b khoản 1 Điều 54 Nghị định 217/2026/NĐ-CP';

const laws: readonly (readonly [string, Finding, Law | undefined])[] = [
  ['a time without a table: what the procedure’s limit follows', finding('time-unbounded', 'examine', 'process.bpmn'), { source: limit, mark: 'verified' }],
  ['a time by a row of a table: what the row follows', finding('time-sum', 'issueReceipt', 'process.bpmn', 'expected the steps to take at most 9 working days, as row 2 of time-limit#timeLimit says (…)'), { source: 'Điều 54 Nghị định 217/2026/NĐ-CP' }],
  ['a row that is not there: what the procedure’s limit follows', finding('time-sum', 'issueReceipt', 'process.bpmn', 'as row 99 of time-limit#timeLimit says'), { source: limit, mark: 'verified' }],
  ['any other time, by the same', finding('time-rounded', 'examine', 'process.bpmn'), { source: limit, mark: 'verified' }],
  ['a question', finding('missing-translation', 'limited.until', 'forms/application.json'), { source: 'Điều 62 Nghị định 217/2026/NĐ-CP', mark: 'general-knowledge' }],
  ['a question of a form that cannot be read', finding('json', 'x', 'forms/nowhere.json'), undefined],
  ['a step', finding('step-form', 'examine', 'process.bpmn'), undefined],
];

describe('the law beside a finding', () => {
  for (const [name, found, law] of laws) it(name, () => assert.deepEqual(lawOf(found, texts), law));

  it('a letter: its source, but for where it was read', () => {
    const law = lawOf(finding('letter-field', 'blocks[0]', 'letters/permit.json'), texts);
    const { source } = (JSON.parse(texts['procedure.json']!) as { letters: { permit: { source: string } } }).letters.permit;
    assert.ok(source.startsWith(`${law?.source}; gh:`), source);
  });

  it('stands beside what the checker finds: each limit that a longer step breaks has the law that sets it', async () => {
    const files = new Map([...shipped, ['process.bpmn', texts['process.bpmn']!.replace(/(id="examine"[^>]*timeLimit=")[^"]*/, '$19 working days')] as const]);
    const broken = (await checkPackage(files)).filter(({ rule }) => rule === 'time-sum');
    assert.ok(broken.length > 0);
    for (const each of broken) assert.match(lawOf(each, textsOf(files))?.source ?? '', /Điều 54 Nghị định 217\/2026\/NĐ-CP|Nghị định 175\/2024\/NĐ-CP/);
  }).timeout(60_000);
});

describe('the clause behind a finding', () => {
  const numbers = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/\d+\.\d+(?:\.\d+)*/g)].map(([number]) => number).filter((number) => number !== '2.0.2' && number !== '2.0'));
  const documented = readFileSync(new URL('../../docs/elements/refusals.md', import.meta.url), 'utf8').split('\n').flatMap((line) => {
    const [, names = '', what = ''] = /^\| ((?:`[a-z-]+`(?:, )?)+) \| [^|]+ \| (.*) \|$/.exec(line) ?? [];
    return [...names.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => [rule!, numbers(what)] as const);
  });

  it('is the one that the table of refusals names', () => {
    assert.ok(documented.length > 90);
    const told = (rule: string): ReadonlySet<string> => {
      const followed = followedBy(rule);
      return followed?.standard === 'BPMN 2.0.2' ? numbers(followed.clauses) : new Set();
    };
    assert.deepEqual(documented.filter(([rule, named]) => told(rule).symmetricDifference(named).size > 0).map(([rule, named]) => [rule, ...named]), []);
  });

  it('is the soundness of processes for what is proven', () => {
    const proven = [...readFileSync(new URL('../../docs/soundness.md', import.meta.url), 'utf8').matchAll(/^\| `([a-z-]+)` \| (?:error|warning)/gm)].map(([, rule]) => rule!);
    assert.ok(proven.length >= 9);
    assert.deepEqual(proven.filter((rule) => followedBy(rule)?.standard !== 'soundness'), ['time-sum', 'not-decided']);
  });
});
