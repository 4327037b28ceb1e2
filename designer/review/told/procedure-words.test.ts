import assert from 'node:assert/strict';
import { Procedure } from '../../../procedures/procedure.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';
import { mutations, someOf, type JsonSchema, type Other } from './testing/mutated.ts';
import { procedureSentences } from './procedure-words.ts';

/** Another value that could stand there: another form, question or table of the package where it names one, another text anywhere else. */
const otherOf = (texts: ReadonlyMap<string, string>): Other => {
  const procedure = JSON.parse(texts.get('procedure.json')!) as { readonly forms: { readonly application: string }; readonly decisions: Readonly<Record<string, string>> };
  const form = JSON.parse(texts.get(`forms/${procedure.forms.application}.json`)!) as { readonly ui: { readonly fields: Readonly<Record<string, unknown>> } };
  const questions = Object.keys(form.ui.fields).filter((id) => !id.includes('[]'));
  const forms = [...texts.keys()].flatMap((path) => /^forms\/([^/]+)\.json$/.exec(path)?.[1] ?? []);
  const letters = [...texts.keys()].flatMap((path) => /^letters\/([^/]+)\.json$/.exec(path)?.[1] ?? []);
  const another = (from: readonly string[], value: unknown) => from.find((one) => one !== value);
  return (at, value) => {
    if (typeof value === 'number' || /\.(years|within|days|originals|copies)$/.test(at)) return Number(value ?? 4) + 1;
    if (/^(forms\.|resources)/.test(at) && !/\.(vi|en)$/.test(at)) return at.startsWith('forms') ? another(forms, value) : 'fresh.pdf';
    if (at.startsWith('decisions.')) return another(Object.values(procedure.decisions), value);
    if (/^(agency\.place|spot\.(place|kind)|links\.\d+\.question|components\.\d+\.field)$/.test(at)) return another(questions, value);
    if (/^lookUps\.\d+\.inputs\.#name$/.test(at)) return 'address';
    if (/(\.when|^subject|\.pictures|^answer\.text|^lookUps\.\d+\.inputs\.\w+)$/.test(at)) return /^(answer|similar)/.test(at) ? `application.${questions[0]!} != null` : `${another(questions, value)!} != null`;
    if (/^dueSoon$|\.limit$/.test(at)) return another(['3 working days', '4 working hours'], value);
    if (/\.(from|to)$/.test(at)) return another(['2031-02-03', '2031-04-05'], value);
    if (at.startsWith('duty.escalation')) return /<bpmn:userTask id="(\w+)"/.exec(texts.get('process.bpmn') ?? '')?.[1];
    if (at.endsWith('.template') && at.startsWith('letters')) return another(letters, value);
    if (/(^beginsIn|\.unitKind)/.test(at)) return another(['ward', 'land-office'], value);
    if (at.startsWith('customise')) return another(['/agency', `forms/${forms[0]!}.json`], value);
    if (at === 'office.unit') return another(['H29.1', 'H29.2'], value);
    if (/^codes\.\d+\.code$/.test(at)) return another(['1.000001', '1.000002'], value);
    if (at === 'calendar') return another(['hcmc', 'hcmc-six'], value);
    if (/\.key$|^key$|\.id$|\.topic$|^lookUps\.\d+\.name$|\.code$|#name$/.test(at)) return value === undefined ? 'fresh' : `${String(value)}2`;
    return value === undefined ? 'Chữ mới' : `${String(value)} khác`;
  };
};

const place = (at: string): string => at.replace(/^(letters|notices|registers)\.[^.]+/, '$1.n').replaceAll(/\.\d+/g, '.n');

describe('a change of procedure.json, told in words', () => {
  for (const key of shipped)
    it(`is told wherever ${key} may change, without a code of the package`, async () => {
      const texts = textsOf(key);
      const codeIn = codesIn(texts);
      const before = texts.get('procedure.json')!;
      const faults: string[] = [];
      const members = new Set<string>();
      // the sentences are the same for every package: one stands for English
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const told = await telling(language);
        const called = await calledBy(texts, told);
        for (const { at, did, value } of someOf(mutations(Procedure as JsonSchema, JSON.parse(before), otherOf(texts)), 1, place)) {
          members.add(at.split('.')[0]!);
          const fault = faultIn(procedureSentences(before, JSON.stringify(value), called).map(({ text }) => text), codeIn, told);
          if (fault !== undefined) faults.push(`${language} ${at} ${did}: ${fault}`);
        }
      }
      assert.deepEqual(faults, []);
      // what the file may not change about itself
      assert.deepEqual(Object.keys(Procedure.properties).filter((name) => !members.has(name)), ['format']);
    });
});
