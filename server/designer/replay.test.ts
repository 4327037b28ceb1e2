import { strict as assert } from 'node:assert';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import type { Data } from '../../engine/state.ts';
import { readFolder } from '../../procedures/folder.ts';
import { textOf, type PackageFiles } from '../../procedures/package-files.ts';
import type { Retold } from '../../procedures/record-journal.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import type { Replayed, ReplayDifference } from '../api/history.ts';
import { replay } from './replay.ts';

const folder = new URL('../../procedures/construction-permit-house', import.meta.url).pathname;
const own = 'a'.repeat(64);

describe('a real dossier lived on another version', function () {
  this.timeout(60_000);
  let shipped: PackageFiles;
  let told: Retold;
  before(async () => {
    shipped = await readFolder(folder);
    const { filed: { channel }, steps } = read<Scenario>('scenarios/01-straight-through.json');
    told = { at: '2026-11-19T02:00:00.000Z', channel, application: read<Data>('scenarios/applications/house.json'), steps, problems: [] };
  });

  const read = <T>(path: string): T => JSON.parse(textOf(shipped.get(path)!)) as T;
  /** The shipped package with one thing in it changed. */
  const planted = (path: string, from: string, to: string): PackageFiles => {
    const text = textOf(shipped.get(path)!);
    assert.ok(text.includes(from), `expected ${path} to have ${from}`);
    return new Map([...shipped, [path, text.replaceAll(from, to)]]);
  };
  const live = (files: PackageFiles, against?: PackageFiles, dossier: Retold = told): Promise<Replayed> =>
    replay({ work: 'replay', files, ...(against && { against }), versions: against ? {} : { [own]: shipped }, calendars: { [read<{ calendar: string }>('procedure.json').calendar]: hcmc }, dossiers: [{ code: 'H1', hash: own, told: dossier }] });

  const foundation = { vi: 'Bản vẽ móng và sơ đồ đấu nối hạ tầng', en: 'Foundation, utilities connection' };
  const extending = '"required": {\n        "when": "permitKind = \\"extend\\"", "words": { "vi": "Nếu gia hạn", "en": "For extending" }\n      },\n      "field": "papers.foundation"';
  const needed = '"required": {\n        "when": "not(permitKind in (\\"extend\\", \\"reissue\\"))",\n        "words": { "vi": "Nếu xin xây, sửa, di dời hoặc điều chỉnh", "en": "For building, repair, moving or changing" }\n      },\n      "field": "papers.foundation"';
  const toldAgain = { vi: 'Báo đã thẩm định', en: 'Tell that it was examined' };
  const [was, is] = ['<bpmn:sequenceFlow id="examine_conclusion" sourceRef="examine" targetRef="conclusion"/>', `<bpmn:serviceTask id="toldAgain" name="${toldAgain.vi}" motcua:nameEn="${toldAgain.en}" motcua:connector="notify"><bpmn:extensionElements><motcua:input name="event">"ready"</motcua:input></bpmn:extensionElements></bpmn:serviceTask><bpmn:sequenceFlow id="examine_conclusion" sourceRef="examine" targetRef="toldAgain"/><bpmn:sequenceFlow id="toldAgain_conclusion" sourceRef="toldAgain" targetRef="conclusion"/>`];
  const examine = { vi: 'Thẩm định, kiểm tra thực địa', en: 'Examine, inspect the site' };
  type Planted = readonly [path: string, from: string, to: string, told: readonly ReplayDifference[]];
  const cases: Readonly<Record<string, Planted>> = {
    'a step more on its way': ['process.bpmn', was, is, [{ what: 'path', after: examine, gone: [], more: [toldAgain] }]],
    'a paper that is no longer asked for': ['procedure.json', needed, extending, [{ what: 'papers', gone: [foundation], more: [] }]],
    'a dearer fee': ['decisions/fee.dmn', '75000', '90000', [{ what: 'fee', before: 75_000, after: 90_000 }]],
    'a later deadline': ['decisions/time-limit.dmn', '7 working days', '9 working days', [{ what: 'due', before: '2026-12-01', after: '2026-12-03' }]],
  };
  /** The same, told from the other side. */
  const turned = (difference: ReplayDifference): ReplayDifference =>
    'gone' in difference ? { ...difference, gone: difference.more, more: difference.gone } : ({ ...difference, before: difference.after, after: difference.before } as ReplayDifference);

  const changed = (differences: readonly ReplayDifference[]) => ({ usable: true, same: 0, changed: [{ code: 'H1', stopped: null, stops: null, differences }], skipped: [], names: {} });

  for (const [name, [path, from, to, expected]] of Object.entries(cases)) {
    it(`tells ${name}`, async () => assert.deepEqual(await live(planted(path, from, to)), changed(expected)));
  }

  it('tells several at once, and of two versions either way', async () => {
    const letters: Planted = ['process.bpmn', '<motcua:input name="letter">"receipt"</motcua:input>', '<motcua:input name="letter">"control-sheet"</motcua:input>', [{ what: 'letters', gone: [{ vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment' }], more: [{ vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Process-control sheet' }] }]];
    const states: Planted = ['process.bpmn', 'motcua:letters="permit refusal" motcua:fourEyes="examine checkPermit draft"', 'motcua:state="5" motcua:letters="permit refusal" motcua:fourEyes="examine checkPermit draft"', [{ what: 'states', before: [1, 2, 4, 6, 10], after: [1, 2, 4, 5, 6, 10] }]];
    const papers: Planted = ['procedure.json', foundation.vi, 'Bản vẽ móng', [{ what: 'papers', gone: [foundation], more: [{ vi: 'Bản vẽ móng', en: foundation.en }] }]];
    const due = cases['a later deadline']!;
    const version = [letters, states, papers, due].reduce((files, [path, from, to]) => new Map([...files, [path, textOf(files.get(path)!).replaceAll(from, to)]]), shipped);
    const differences = [papers, letters, states, due].flatMap(([, , , expected]) => expected);
    assert.deepEqual(await live(version, shipped), changed(differences));
    assert.deepEqual(await live(shipped, version), changed(differences.map(turned)));
    assert.equal((await live(version, version)).same, 1);
  });

  it('tells a question that nobody was asked, on the side that asks it', async () => {
    const version = planted('forms/application.json', '"required": ["permitKind", "previousPermitNo",', '"required": ["permitKind", "limited", "previousPermitNo",');
    const without = await live(version);
    const [one] = without.changed;
    assert.deepEqual([one?.stopped, one?.stops?.at, one?.differences], [null, null, []]);
    assert.match(one?.stops?.messageVi ?? '', /^biểu mẫu “Đơn đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ”/);
    const [other] = (await live(shipped, version)).changed;
    assert.deepEqual([other?.stopped, other?.stops], [one?.stops, null]);
    assert.match((await live(version, version)).skipped[0]?.reason.messageVi ?? '', /^trên cả hai phiên bản: biểu mẫu/);
  });

  it('is stopped where one person may no longer do both, without saying who', async () => {
    const same = { ...told, steps: told.steps.map((step) => ('complete' in step && step.complete === 'review' ? { ...step, by: 'thu-ly-1' } : step)) };
    const version = planted('process.bpmn', 'motcua:form="review"', 'motcua:form="review" motcua:fourEyes="examine"');
    const found = await live(version, undefined, same);
    assert.deepEqual(found.changed[0]?.stops, {
      at: { vi: 'Soát, trình ký', en: 'Review, submit for signing' },
      message: 'expected another person than person 1 at (review), who did (examine)', messageVi: '(review) phải do người khác làm: người số 1 đã làm (examine)',
    });
    assert.deepEqual(found.names['examine'], examine);
    assert.equal(found.names['review']?.vi, 'Soát, trình ký');
  });

  it('stops with a fault without saying what people wrote', async () => {
    const version = planted('process.bpmn', '>=reception.outcome = "accept"<', '>=application.owner.name<');
    const found = await live(version);
    assert.ok(found.changed[0]?.stops, JSON.stringify(found));
    assert.doesNotMatch(JSON.stringify(found), /Giả Định|Nguyễn|thu-ly|079085000001|Đường Mẫu/);
  });

  it('is not lived on a version that does not load', async () => {
    const broken = new Map([...shipped, ['procedure.json', '{']]);
    assert.deepEqual([(await live(broken)).usable, (await live(shipped, broken)).usable], [false, false]);
  });
});
