import assert from 'node:assert/strict';
import { compile } from '../../../forms/compile.ts';
import { expand } from '../../../forms/expand.ts';
import { house } from '../../../forms/testing/house.ts';
import { errorsOf, permit as form } from '../testing/permit.ts';
import { copyField } from './copy.ts';
import { presenceOf } from './field.ts';
import { freeId, groupOf, idFault, idFrom, proposedId } from './field-id.ts';
import { addColumn, addField, columnKinds, defaultLabel, newKinds } from './library.ts';
import { columnsOf } from './move.ts';
import { freeValue, setOptions } from './options.ts';

const label = { vi: 'Mới', en: 'New' };
const page = form.ui.pages.find(({ fields }) => fields.length > 2)!;
const fieldsOf = (grown: typeof form, id: string) => grown.ui.pages.find((one) => one.id === id)?.fields;

describe('the library of questions', () => {
  for (const kind of newKinds) {
    it(`adds a ${kind} question, in a new group too, that the checker accepts`, () => {
      for (const id of ['extra.deep.brandNew', 'owner.brandNew']) {
        const grown = addField(house, 'kind', { id, kind, label });
        assert.equal(fieldsOf(grown, 'kind')?.at(-1), id);
        assert.deepEqual(errorsOf(grown), [], id);
        assert.equal(presenceOf(grown, id), 'optional');
        compile(grown);
      }
    });
    it(`calls a ${kind} question by a name in both languages`, () => assert.ok(Object.values(defaultLabel(kind)).every((text) => text.length > 1 && text !== kind)));
  }

  for (const kind of columnKinds) it(`adds a column with a ${kind} to the rows of a group`, () => {
    const grown = addColumn(house, { id: 'work.floors[].brandNew', kind, label });
    assert.deepEqual(errorsOf(grown), []);
    assert.equal(columnsOf(grown, 'work.floors').at(-1), 'work.floors[].brandNew');
  });

  it('puts a question where it was dropped', () => assert.equal(fieldsOf(addField(form, page.id, { id: 'fresh', kind: 'text', label }, 1), page.id)?.[1], 'fresh'));

  it('begins a repeating group with a column', () => {
    const grown = addField(form, page.id, { id: 'people', kind: 'rows', label });
    assert.equal(expand(grown).fields.get('people')?.kind, 'rows');
    assert.deepEqual(columnsOf(grown, 'people'), ['people[].name']);
  });

  const ids: [string, ReturnType<typeof idFault>][] = [
    ['', 'blank'], ['Họ tên', 'shape'], ['permitKind', 'taken'], ['owner.name', 'taken'], ['owner.name.part', 'inside'], ['site.address.extra', 'inside'], ['owner.age', undefined], ['fresh', undefined],
    ['work.floors[].area', 'taken'], ['work.floors[].fresh', undefined], ['work.floors.fresh', 'inside'], ['owner[].fresh', 'inside'], ['fresh[]', 'shape'],
  ];
  for (const [id, expected] of ids) it(`answers "${id}" as a new id with ${String(expected)}`, () => assert.equal(idFault(form, id), expected));

  const proposals: [string, string, string | undefined][] = [
    ['Diện tích đất', 'dienTichDat', undefined], ['Tên', 'owner.ten', 'owner'], ['Name', 'owner.name2', 'owner'], ['Name', 'work.floors[].name2', 'work.floors[]'], ['…', 'question', undefined],
  ];
  for (const [name, id, inside] of proposals) it(`proposes ${id} for “${name}” in ${String(inside)}`, () => {
    assert.equal(proposedId(form, name, inside), id);
    assert.equal(idFault(form, id), undefined);
  });

  it('makes ids of plain letters, however the label is written', () => assert.equal(idFrom('Đường số 3 (cũ)'), 'duongSo3Cu'));
  it('finds the group that the questions of a page share', () => assert.deepEqual(form.ui.pages.map(groupOf).filter(Boolean).length > 0, true));
  it('counts up until an id is free', () => assert.equal(freeId(copyField(form, 'owner.email').form, 'owner.email'), 'owner.email3'));
});

describe('a copy of a question', () => {
  for (const id of ['permitKind', 'owner.email', 'work.floors', 'papers.sitePlan', 'site.address']) it(`of ${id} stands right behind it and pleases the checker`, () => {
    const { form: grown, id: copy } = copyField(form, id);
    const asked = grown.ui.pages.find(({ fields }) => fields.includes(id))!.fields;
    assert.equal(asked[asked.indexOf(id) + 1], copy);
    assert.deepEqual(errorsOf(grown), []);
    assert.equal(presenceOf(grown, copy), presenceOf(form, id));
    assert.deepEqual(columnsOf(grown, copy).length, columnsOf(form, id).length);
  });
});

describe('what a choice offers', () => {
  it('is kept in its schema and its texts at once', () => {
    const options = [{ value: 'new', label }, { value: 'other', label }];
    for (const [id, kind] of [['one', 'choice'], ['several', 'choices']] as const) {
      const changed = setOptions(addField(form, page.id, { id, kind, label }), id, options);
      assert.deepEqual(errorsOf(changed), []);
      assert.deepEqual(expand(changed).fields.get(id)?.ui.options, options);
    }
  });
  it('names a new value after its label', () => assert.equal(freeValue([{ value: 'caNhan', label }], 'Cá nhân'), 'caNhan2'));
});
