import { strict as assert } from 'node:assert';
import { checkForm } from './check.ts';
import type { Form } from './form.ts';
import { house } from './testing/house.ts';

type Loose = { [key: string]: Loose } & Loose[] & string;
const changed = (change: (form: Loose) => void): Form => {
  const copy = structuredClone(house);
  change(copy as unknown as Loose);
  return copy;
};

describe('checking a form file', () => {
  it('finds nothing in a good one', () => assert.deepEqual(checkForm(house), []));

  const set = (value: unknown) => value as Loose;
  const cases: [string, string, string, (form: Loose) => void][] = [
    ['a text without English', 'missing-translation', 'owner.name', (form) => { form.ui!.fields!['owner.name']!.label!.en = set(' '); }],
    ['a message without Vietnamese', 'missing-translation', 'rules.8', (form) => { form.rules![8]!.message!.vi = set(''); }],
    ['a page that asks for an unknown field', 'unknown-field', 'owner.nickname', (form) => { form.ui!.pages![1]!.fields!.push(set('owner.nickname')); }],
    ['a field that no page asks for', 'field-on-no-page', 'permitKind', (form) => { form.ui!.pages![0]!.fields!.splice(0, 1); }],
    ['a field on two pages', 'duplicate-field', 'owner.name', (form) => { form.ui!.pages![0]!.fields!.push(set('owner.name')); }],
    ['two pages of one id', 'duplicate-id', 'kind', (form) => { form.ui!.pages![1]!.id = set('kind'); }],
    ['a page in an unknown section', 'unknown-section', 'kind', (form) => { form.ui!.pages![0]!.section = set('nowhere'); }],
    ['a page that names a group', 'group-on-page', 'owner', (form) => { form.ui!.pages![0]!.fields!.push(set('owner')); }],
    ['a page that names a column', 'part-on-page', 'work.floors[].area', (form) => { form.ui!.pages![0]!.fields!.push(set('work.floors[].area')); }],
    ['a rule on an unknown field', 'rule-on-unknown', 'rules.0', (form) => { form.rules![0]!.show = set('owner.title'); }],
    ['a condition that is not FEEL', 'feel', 'rules.0', (form) => { form.rules![0]!.when = set('owner.kind = '); }],
    ['a condition that calls an unknown function', 'feel', 'rules.0', (form) => { form.rules![0]!.when = set('isGrown(owner.kind)'); }],
    ['a condition that asks for an unknown name', 'unknown-name', 'rules.0', (form) => { form.rules![0]!.when = set('owner.knd = "x"'); }],
    ['a page condition that is not FEEL', 'feel', 'present', (form) => { form.ui!.pages![6]!.when = set(')'); }],
    ['rules that wait for each other', 'rule-cycle', 'owner.phone', (form) => { form.rules!.push(set({ show: 'owner.phone', when: 'owner.email = null' }), set({ show: 'owner.email', when: 'owner.phone = null' })); }],
    ['a field without a legal basis', 'no-legal-basis', 'owner.name', (form) => { delete (form.sources as Record<string, unknown>)['owner.name']; }],
    ['a legal basis that only says where it was read', 'no-legal-basis', 'owner.name', (form) => { form.sources!['owner.name'] = set({ basis: 'gh:68438261829, gh:1', mark: 'verified' }); }],
    ['a value without a name', 'missing-option', 'permitKind', (form) => { form.ui!.fields!.permitKind!.options!.splice(0, 1); }],
    ['a name without a value', 'unknown-option', 'permitKind', (form) => { form.schema!.properties!.permitKind!.enum!.splice(0, 1); }],
    ['a required field that is computed', 'computed-required', 'work.density', (form) => { form.schema!.properties!.work!.required!.push(set('density')); }],
    ['a field without a label', 'missing-label', 'owner.representative2', (form) => { form.schema!.properties!.owner!.properties!.representative2 = set({ type: 'string' }); }],
    ['an unknown reference', 'schema', 'schema', (form) => { form.schema!.properties!.drawings = set({ $ref: 'motcua:file' }); }],
    ['an unknown member', 'form-file', '/', (form) => { form.pages = set([]); }],
  ];
  for (const [what, rule, element, change] of cases) {
    it(`finds ${what}`, () => {
      const findings = checkForm(changed(change));
      assert.ok(findings.some((one) => one.rule === rule && one.element === element), JSON.stringify(findings, null, 1));
    });
  }
});
