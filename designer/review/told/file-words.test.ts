import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Description } from '../../../procedures/described/description.ts';
import { Scenario } from '../../../procedures/scenario.ts';
import { Check } from 'typebox/value';
import { adoptedSentences, applicationSentences, connectorSentences, proseSentences, scenarioSentences } from './file-words.ts';
import { isSame } from './shape.ts';
import { mutations, someOf, type JsonSchema, type Mutation, type Other } from './testing/mutated.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';

const another = (from: readonly unknown[], value: unknown) => from.find((one) => one !== value);
const otherOf = (texts: ReadonlyMap<string, string>): Other => {
  const steps = [...(texts.get('process.bpmn') ?? '').matchAll(/<bpmn:userTask id="(\w+)"/g)].map(([, id]) => id!);
  const letters = [...texts.keys()].flatMap((path) => /^letters\/([^/]+)\.json$/.exec(path)?.[1] ?? []);
  return (at, value) => {
    if (/\.(complete|begin|fail)$|expect\.path\.\d+$/.test(at)) return another(steps, value);
    if (/expect\.letters/.test(at)) return another(letters, value);
    if (/(\.at|\.wait)$/.test(at)) return another(at.startsWith('filed') ? ['2026-11-19T02:00:00Z', '2026-11-20T02:00:00Z'] : ['+1 working hour', '+2 working days'], value);
    if (at.endsWith('.due')) return another(['2026-12-01', '2026-12-02'], value);
    if (/fee$|states\.\d+$/.test(at)) return value === 3 ? 4 : 3;
    if (at.endsWith('#name')) return 'moi';
    if (typeof value === 'number') return value + 1;
    return typeof value === 'object' ? undefined : different(value);
  };
};
/** Another text, a code where a code stands. */
const different = (value: unknown): string => (value === undefined ? 'Chữ mới' : `${String(value)}${/\s|[^\p{ASCII}]/u.test(String(value)) ? ' khác' : '2'}`);

/** An answer of a form with each of its values another or gone. */
function* answers(value: unknown, at = ''): Generator<Mutation> {
  if (typeof value !== 'object' || value === null || 'sha256' in value) {
    yield { at, did: 'another value', value: typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : typeof value === 'object' ? { ...value, sha256: '' } : different(value) };
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    const put = (now: unknown) => (Array.isArray(value) ? (value as readonly unknown[]).with(Number(name), now) : { ...value, [name]: now });
    if (!Array.isArray(value)) yield { at: `${at}.${name}`, did: 'is gone', value: Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) };
    for (const inside of answers(one, `${at}.${name}`)) yield { ...inside, value: put(inside.value) };
  }
}

describe('a change of a scenario, told in words', () => {
  for (const key of shipped)
    it(`is told wherever the scenarios of ${key} and their applications may change`, async () => {
      const texts = textsOf(key);
      const codeIn = codesIn(texts);
      // files have names of their own
      const named: typeof codeIn = (sentence, language) => codeIn(sentence.replaceAll(/[\w-]+\.(pdf|jpg|png)\b/g, ''), language);
      const faults: string[] = [];
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
         const told = await telling(language);
          const called = await calledBy(texts, told);
          const other = otherOf(texts);
          const changed = function* () {
            for (const [path, before] of texts) {
              if (/^scenarios\/[^/]+\.json$/.test(path)) for (const one of mutations(Scenario as unknown as JsonSchema, JSON.parse(before), other)) if (Check(Scenario, one.value)) yield { ...one, path, before, say: scenarioSentences };
              if (path.startsWith('scenarios/applications/')) for (const one of answers(JSON.parse(before))) yield { ...one, at: `application${one.at}`, path, before, say: applicationSentences };
            }
          };
          for (const { at, did, value, path, before, say } of someOf(changed(), 1, (place) => place.replaceAll(/\.\d+/g, '.n').replace(/^(steps\.n\.(?:answer|data)|filed\.(?:change|said\.data)|expect\.data).*/, '$1'))) {
            if (isSame(JSON.parse(before), value)) continue;
            const fault = faultIn(say(before, JSON.stringify(value), called), named, told);
            if (fault !== undefined) faults.push(`${language} ${at} ${did}: ${path} ${fault}`);
          }
        }
        assert.deepEqual(faults, []);
    });

  it('says what a step answers otherwise by the questions of its form, and what is expected', async () => {
    const texts = textsOf('construction-permit-house');
    const called = await calledBy(texts, await telling('vi'));
    const before = texts.get('scenarios/01-straight-through.json')!;
    const said = (from: string, to: string) => {
        assert.ok(before.includes(from), from);
        return scenarioSentences(before, before.replace(from, to), called).join('\n');
    };
    assert.match(said('"identity": true', '"identity": false'), /^Việc 1 \(làm “.*”\), “.*”: từ “Có” thành “Không”\.$/);
    assert.match(said('"at": "+3 working hours"', '"at": "+4 working hours"'), /lúc: từ sau bước trước 3 giờ làm việc thành sau bước trước 4 giờ làm việc\.$/);
    assert.equal(scenarioSentences(before, `${before}\n`, called).join(), called.text('onlyWriting'));
    assert.equal(scenarioSentences(before, '{}', called).join(), called.text('fileChanged'));
    const application = texts.get('scenarios/applications/house.json')!;
    assert.match(applicationSentences(application, application.replace('"height": 11.5', '"height": 12'), called).join('\n'), /^“.*[Cc]hiều cao.*”: từ 11,5 thành 12\.$/);
  });
});

describe('a change of a connector, told in words', () => {
  const file = readFileSync(new URL('../../../procedures/land-transfer/connectors/tax.land.json', import.meta.url), 'utf8');
  const other: Other = (at, value) => {
    if (typeof value === 'number' || /(Seconds|Answer|attempts|status|minimum|maximum|minLength|maxLength|minItems|maxItems)$/.test(at)) return at.endsWith('status') ? (value === 200 ? 201 : 200) : Number(value ?? 4) + 1;
    if (at.endsWith('.path')) return '/mau';
    return typeof value === 'object' ? undefined : value === undefined ? 'moi' : different(value);
  };
  it('has words for everything that is described', async () => {
    const faults: string[] = [];
    let count = 0;
    // what is built of formulas is no plain schema: each of its values is another once
    const changed = function* () {
      yield* mutations(Description as unknown as JsonSchema, JSON.parse(file), other);
      yield* answers(JSON.parse(file));
    };
    const alike = (at: string): string => at.replaceAll(/\.\d+/g, '.n').replace(/^\./, '').replace(/^(call|later\.poll)\./, 'call.').replace(/properties\.\w+/, 'properties.n');
    const all = [...someOf(changed(), 1, alike)];
    // each is told in one of the languages: the sentences are the same
    for (const [half, language] of (['vi', 'en'] as const).entries()) {
      const told = await telling(language);
      const called = await calledBy(textsOf('land-transfer'), told);
      for (const { at, did, value } of all.filter((_, index) => index % 2 === half)) {
        const said = connectorSentences(file, JSON.stringify(value), called);
        if (said.join('') === called.text('fileChanged')) continue;
        count += 1;
        const fault = faultIn(said, (sentence) => /undefined|\[object|connector[A-Z]\w+/.exec(sentence)?.[0], told);
        if (fault !== undefined) faults.push(`${at} ${did}: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(count > 60, String(count));
  });
});

describe('a change of any other file, told in words', () => {
  it('says lines of texts, and that another version of the source is followed', async () => {
    const called = await calledBy(textsOf('certified-copy'), await telling('vi'));
    assert.deepEqual(proseSentences('# Tên\n\nMột dòng.\n', '# Tên\n\nHai dòng.\n', called), ['Dòng 2: từ “Một dòng.” thành “Hai dòng.”.']);
    assert.deepEqual(proseSentences('# Tên\n', '# Tên\n\nMột dòng.\n', called), ['Thêm “Một dòng.”.']);
    const seven = (word: string): string => Array.from({ length: 7 }, (_, nth) => `${word} ${nth + 1}`).join('\n\n');
    assert.deepEqual(proseSentences('# Tên\n', `# Tên\n\n${seven('Câu')}`, called), ['7 dòng thêm, 0 dòng bỏ; dòng đầu: “Câu 1”.']);
    assert.deepEqual(proseSentences(seven('Cũ'), seven('Mới'), called), ['7 dòng thêm, 7 dòng bỏ; dòng đầu: “Mới 1”.']);
    assert.deepEqual(proseSentences('', '## Bảng\n\n| Bước | Hạn |\n|---|---|\n', called), ['Thêm “Bảng”; “Bước, Hạn”.']);
    assert.deepEqual(adoptedSentences(JSON.stringify({ from: 'a', version: 'b' }), JSON.stringify({ from: 'a', version: 'c' }), called), ['Phiên bản của bản gốc: đã đổi.']);
  });
});
