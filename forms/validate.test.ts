import { strict as assert } from 'node:assert';
import type { Data, Json } from '../engine/state.ts';
import { compile } from './compile.ts';
import { changed } from './field-path.ts';
import { precompile } from './precompile/precompile.ts';
import { answer, at, catalogues, drawing, house } from './testing/house.ts';
import { small } from './testing/small.ts';
import { validate, type Check } from './validate.ts';

const judge = (given: unknown, more = {}) => validate(house, compile(house), given, { at, catalogues, ...more });
const word = { type: 'string' } as const;

describe('judging an answer', () => {
  it('accepts a complete answer, and keeps it with computed fields', () => {
    const { errors, warnings, value } = judge(answer);
    assert.deepEqual([errors, warnings], [[], []]);
    assert.equal((value.work as Data).density, 75);
  });

  it('asks for every missing field in the order of the pages, by its label', () => {
    const { errors } = judge({});
    assert.deepEqual(errors.slice(0, 5).map(({ path, message }) => `${path}: ${message.vi}`), [
      'permitKind: Chọn loại giấy phép',
      'owner.kind: Chọn đối tượng',
      'owner.name: Nhập tên chủ đầu tư (chủ hộ)',
      'owner.idNo: Nhập số định danh cá nhân gồm 12 chữ số',
      'owner.phone: Nhập số điện thoại',
    ]);
    assert.ok(errors.some(({ path }) => path === 'owner.address.commune'));
    assert.ok(!errors.some(({ path }) => ['neighbourCommitment', 'owner.representative', 'owner.address.province'].includes(path)));
  });

  const wrong: [string, Json | undefined, string, RegExp][] = [
    ['owner.idNo', '12345', 'pattern', /^Nhập số định danh cá nhân gồm 12 chữ số$/],
    ['owner.phone', '12', 'pattern', /10 hoặc 11 chữ số/],
    ['owner.email', 'ten', 'format', /ten@vidu\.vn/],
    ['owner.address.commune', '00000', 'catalogue', /Chọn phường, xã hoặc đặc khu/],
    ['site.landArea', 'rộng', 'type', /Diện tích lô đất phải là số, ví dụ 75,5/],
    ['site.landArea', 80.55, 'multipleOf', /nhiều nhất 1 chữ số sau dấu phẩy/],
    ['work.totalFloor', 0, 'exclusiveMinimum', /lớn hơn 0/],
    ['site.certDate', '2026-11-23', 'notAfter', /hôm nay hoặc trước hôm nay/],
    ['site.certDate', '31/02/2020', 'format', /ngày có thật/],
    ['site.parcels', ['12', 'mười ba'], 'pattern', /cách nhau bằng dấu phẩy/],
    ['site.parcels', ['12', '12'], 'uniqueItems', /hai lần/],
    ['work.months', 3.5, 'type', /số nguyên/],
    ['work.months', 61, 'maximum', /không quá 60/],
    ['work.grade', 'V', 'enum', /Chọn cấp công trình/],
    ['work.footprint', 81, 'rule', /không được lớn hơn diện tích lô đất/],
    ['work.floors', [], 'required', /Thêm ít nhất một tầng/],
    ['work.floors', [{ name: 'ground', area: 60 }, { name: 'upper' }], 'required', /^Nhập diện tích sàn$/],
    ['work.floors', [{ name: 'basement', area: 60 }], 'required', /công năng của tầng hầm/],
    ['drawings', [{ ...drawing, type: 'image/png' }], 'accept', /“Bản vẽ mặt bằng.pdf” phải là PDF/],
    ['drawings', [{ ...drawing, size: 30_000_000 }], 'maxBytes', /lớn hơn 20 MB/],
    ['drawings', [{ file: 'f-1' }], 'required', /./],
    ['declaration', false, 'const', /Đánh dấu để xác nhận/],
    ['owner.nickname', 'Mẫu', 'additionalProperties', /không có trường “nickname”/],
  ];
  for (const [path, value, keyword, sentence] of wrong) {
    it(`${path} = ${JSON.stringify(value)?.slice(0, 50)}: ${keyword}`, () => {
      const { errors } = judge(changed(answer, path, value));
      assert.equal(errors.length, 1, JSON.stringify(errors));
      assert.equal(errors[0]!.keyword, keyword);
      assert.match(errors[0]!.message.vi, sentence);
      assert.ok(errors[0]!.path.startsWith(path));
    });
  }

  it('says the place of a cell in a row', () => {
    const floors = [{ name: 'ground', area: 60 }, { name: 'upper', area: -1 }];
    assert.deepEqual(judge(changed(answer, 'work.floors', floors)).errors.map(({ path }) => path), ['work.floors.1.area']);
  });

  it('judges only the pages asked for', () => {
    assert.deepEqual(judge({}, { pages: ['kind'] }).errors.map(({ path }) => path), ['permitKind']);
  });

  it('reads spaces, dots and commas as people type them', () => {
    const { value, errors } = judge(changed(changed(answer, 'owner.phone', '+84 901 234 567'), 'site.landArea', '80,5'));
    assert.deepEqual([errors, (value.owner as Data).phone, (value.site as Data).landArea], [[], '0901234567', 80.5]);
  });

  it('leaves an optional address out until it is begun, then asks for all of it', () => {
    const form = small({ place: { $ref: 'motcua:address' } });
    const paths = (place: Json) => validate(form, compile(form), { place }, { at }).errors.map(({ path }) => path);
    assert.deepEqual(paths({ province: '79' }), []);
    assert.deepEqual(paths({ street: 'Đường Mẫu' }), ['place.commune']);
  });

  it('takes several kinds of identity number, and no others', () => {
    const form = small({ id: { $ref: 'motcua:identity-no' } });
    const fits = ['079099000001', 'b1234567', '0312345678', '0312345678-001', '07909900000', 'ABC'].map((id) => validate(form, compile(form), { id }, { at }).errors.length === 0);
    assert.deepEqual(fits, [true, true, true, true, false, false]);
  });

  it('says one sentence for a choice that fits nowhere', () => {
    const form = small({ a: { oneOf: [{ type: 'string', minLength: 3 }, { type: 'number' }] } });
    assert.deepEqual(validate(form, compile(form), { a: 'x' }, { at }).errors.map(({ keyword }) => keyword), ['oneOf']);
  });

  for (const given of [null, 3, 'text', [], [1]]) it(`refuses ${JSON.stringify(given)} as an answer`, () => assert.deepEqual(judge(given).errors.map(({ keyword }) => keyword), ['tooLarge']));

  it('accepts a field named like a member of every object', () => {
    const form = small({ constructor: word, valueOf: word });
    assert.deepEqual(validate(form, compile(form), { valueOf: 'a' }, { at }).errors, []);
  });
});

describe('the precompiled validator of the browser', () => {
  const load = async () => {
    const { code } = await precompile(house);
    return ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Check }).default;
  };

  it('needs no evaluation of code', async () => {
    const { code, hash } = await precompile(house);
    assert.doesNotMatch(code, /new Function|\beval\(/);
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.ok(code.length < 80_000, `${code.length} characters`);
  });

  it('is made once for the same schema', async () => {
    assert.equal(await precompile(house), await precompile(structuredClone(house)));
  });

  it('finds the same as the server', async () => {
    const check = await load();
    const given: Data[] = [answer, {}, changed(answer, 'owner.phone', '1'), changed(answer, 'work.floors', [{}]), changed(answer, 'site.certDate', '2020-02-30')];
    for (const one of given) assert.deepEqual(validate(house, check, one, { at, catalogues }).errors, judge(one).errors);
  });
});
