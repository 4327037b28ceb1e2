import { strict as assert } from 'node:assert';
import type { DossierView } from './api/dossier.ts';
import { publishFolder } from './seed/foundation.ts';
import { liveScenario } from './testing/live-scenario.ts';
import { password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';

const procedures = new URL('../procedures/', import.meta.url).pathname;

describe('a service of the city, filed and finished over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  const lived = async (key: string, scenario: string): Promise<DossierView> => {
    house = await runHouse({ systems: 'simulated' }, '2026-11-19T01:00:00.000Z');
    if (key !== 'construction-permit-house') await publishFolder(house.services, `${procedures}${key}`);
    return liveScenario(house, key, scenario);
  };
  /** What the applicant reads on a paper of theirs, as its text. */
  const paper = async ({ id, letters }: DossierView, key: string): Promise<string> => {
    const citizen = await new Visitor(house.url, 'vi').signIn('congdan1', password);
    const letter = letters.find((one) => one.key === key);
    assert.ok(letter !== undefined, `${id} has ${letters.map((one) => one.key).join(', ')}`);
    return (await pagesOfPdf(new Uint8Array(await (await citizen.fetch('GET', `/api/letters/${letter.id}`)).arrayBuffer()))).join('\n');
  };
  afterEach(() => house.stop());

  it('certifies copies on the day that they are brought in, with one number for all and a fee by pages', async () => {
    const view = await lived('certified-copy', '01-same-day');
    assert.deepEqual([view.state, view.clock.limit, view.clock.dueAt, view.clock.verdict], [10, 'same day', '2026-11-19T10:00:00.000Z', 'on-time']);
    const text = await paper(view, 'attestation');
    for (const says of ['Số chứng thực: 01/SCT/BS', 'Bằng tốt nghiệp đại học 1 3', 'Bảng điểm 2 1', 'Phí chứng thực: 10.000 đ (Mười nghìn đồng).']) assert.ok(text.includes(says), `${says} in ${text}`);
  });

  it('promises copies that are brought in after 15:00 for the end of the next working day', async () => {
    const { clock } = await lived('certified-copy', '02-after-three');
    assert.deepEqual([clock.limit, clock.startedAt, clock.dueAt, clock.verdict], ['same day', '2026-11-19T08:20:00.000Z', '2026-11-20T10:00:00.000Z', 'early']);
  });

  it('registers a household business in three working days, under the tax number of the owner', async () => {
    const view = await lived('household-business', '01-straight-through');
    assert.deepEqual([view.state, view.clock.limit, view.clock.verdict, view.payments.map(({ fee, state }) => [fee.total, state])], [10, '3 working days', 'early', [[100_000, 'paid']]]);
    const text = await paper(view, 'certificate');
    for (const says of ['Mã số: 079085000001', 'Số vào sổ: 01/HKD', '1. Tên hộ kinh doanh: HỘ KINH DOANH TRÀ MẪU', '1 Quán giải khát (giả định) 5630', 'Đã ký số (mô phỏng)']) assert.ok(text.includes(says), `${says} in ${text}`);
  });

  it('sends a household business its certificate by post, and tells the parcel’s code', async () => {
    const view = await lived('household-business', '15-by-post');
    assert.deepEqual([view.state, view.clock.verdict], [10, 'early']);
    const told = JSON.stringify(await (await new Visitor(house.url, 'vi').signIn('congdan1', password)).done('GET', `/api/dossiers/${view.id}/messages`));
    assert.match(told, /Đã giao bưu điện Giấy chứng nhận hộ kinh doanh.*Mã bưu gửi: EA123456789VN/);
  });

  it('gives copies of a civil-status entry, signed digitally, on the same day', async () => {
    const view = await lived('civil-status-extract', '01-same-day');
    assert.deepEqual([view.state, view.clock.limit, view.clock.verdict, view.letters.at(-1)?.signature?.how], [10, 'same day', 'on-time', 'digital']);
    const text = await paper(view, 'extract');
    for (const says of ['TRÍCH LỤC HỘ TỊCH (BẢN SAO)', 'Họ, chữ đệm, tên: NGUYỄN VĂN GIẢ ĐỊNH', 'Quyển số: 01/1985', 'Cấp 3 bản sao cho Nguyễn Văn Giả Định.']) assert.ok(text.includes(says), `${says} in ${text}`);
  });

  it('certifies that a kitchen is safe after the inspection was paid for and made', async () => {
    const view = await lived('food-safety-certificate', '01-pass');
    assert.deepEqual([view.state, view.unit.id, view.clock.limit, view.clock.verdict, view.letters.map(({ key }) => key)], [10, 'food-safety-office', '20 days', 'early', ['receipt', 'minutes', 'certificate']]);
    const text = await paper(view, 'certificate');
    for (const says of ['Số: 01/GCNATTP', 'Cơ sở: QUÁN CƠM MẪU', 'Loại hình: Dịch vụ ăn uống', 'Lâm Văn Giám Đốc']) assert.ok(text.includes(says), `${says} in ${text}`);
  });

  it('leads whoever lives on land without a certificate through survey, posting and taxes to their first', async () => {
    const view = await lived('first-land-certificate', '01-house-and-land');
    assert.deepEqual([view.state, view.clock.verdict, view.letters.map(({ key }) => key)], [10, 'early', ['receipt', 'posting', 'certificate']]);
    const text = await paper(view, 'certificate');
    for (const says of ['Số phát hành: AA 12345678', 'Cùng đứng tên: Trần Thị Mẫu', 'Thửa đất số: 88, tờ bản đồ số 7', 'Đất ở tại đô thị (ODT): 100 m²', 'Sơ đồ thửa đất số 88']) assert.ok(text.includes(says), `${says} in ${text}`);
  });

  it('leads a buyer of land through the taxes to a new certificate, entered in the land register', async () => {
    const view = await lived('land-transfer', '01-sale');
    assert.deepEqual([view.state, view.unit.id, view.clock.limit, view.clock.verdict], [10, 'land-office', '10 working days', 'early']);
    const text = await paper(view, 'certificate');
    for (const says of ['Số vào sổ: 01/ĐKBĐ', 'Số phát hành: AA 12345678', 'Người sử dụng đất: NGUYỄN VĂN GIẢ ĐỊNH', 'Thửa đất số: 345', 'Nhận chuyển nhượng từ Trần Thị Mẫu']) assert.ok(text.includes(says), `${says} in ${text}`);
  });
});
