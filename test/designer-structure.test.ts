import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { bpmn as english } from '../designer/words/en-bpmn.ts';
import { drawing as englishDrawing } from '../designer/words/en-drawing.ts';
import { bpmn } from '../designer/words/vi-bpmn.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { steps } from '../designer/words/vi-steps.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { plant } from './story/planted.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** An event of its own that an end and an event between share, planted beside the process. */
const shared = {
  from: [
    ['<bpmn:process ', '<bpmn:signal id="Signal_flood" name="Báo lũ"/><bpmn:signalEventDefinition id="Shared_flood" signalRef="Signal_flood"/>\n  <bpmn:process '],
  ],
  drawn: [
    ['told', '<bpmn:intermediateThrowEvent id="told" name="Báo có lũ" motcua:nameEn="Flood told"><bpmn:eventDefinitionRef>Shared_flood</bpmn:eventDefinitionRef></bpmn:intermediateThrowEvent>', 2500, 100, 36, 36],
    ['heard', '<bpmn:intermediateCatchEvent id="heard" name="Nghe có lũ" motcua:nameEn="Flood heard"><bpmn:eventDefinitionRef>Shared_flood</bpmn:eventDefinitionRef></bpmn:intermediateCatchEvent>', 2600, 100, 36, 36],
  ],
} as const;

describe('what stands around and beside the steps, without a pointer', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  const key = 'quanh-buoc';
  const outline = () => page.getByRole('list', { name: drawing.outline });
  const panel = () => page.getByRole('complementary', { name: drawing.panel });
  const row = (name: string | RegExp) => outline().getByRole('button', { name });
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const open = async (name: string | RegExp): Promise<void> => {
    await press(row(name).first());
    await panel().and(page.locator(':focus')).waitFor();
  };
  /** Opens what changes the drawing, by the key for it. */
  const change = async (name: string | RegExp): Promise<void> => {
    await open(name);
    await page.keyboard.press('Insert');
    await panel().locator('[data-changes][open]').waitFor();
  };
  const fill = async (label: string, value: string): Promise<void> => {
    await panel().getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  };
  const add = async (at: string | RegExp, kind: string): Promise<void> => {
    await change(at);
    await panel().getByLabel(bpmn.addBeside).selectOption({ label: kind });
    await press(panel().getByRole('button', { name: bpmn.addBesideDo }));
    await panel().and(page.locator(':focus')).waitFor();
  };
  const saved = async (): Promise<string> => {
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    return (await (await window.context.request.get(`/api/designer/procedures/${key}/file?path=process.bpmn`)).json() as { text: string }).text;
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house: sample, window, page } = workshop);
    await page.getByRole('link', { name: words.newProcedure }).waitFor();
    await plant(window.context.request, sample.url, key, { from: [] });
    await page.goto(`/designer/packages/${key}`);
    await page.getByText(words.noErrors).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('a remark is put beside a step, written, listed, taken back and deleted', async () => {
    await change('Thẩm định hồ sơ');
    await becomes(() => panel().getByLabel(bpmn.addBeside).locator('option').allTextContents(), [bpmn.kind_textAnnotation], 'data and pools are for those who ask for all of BPMN');
    await press(panel().getByRole('button', { name: bpmn.addBesideDo }));
    await panel().and(page.locator(':focus')).waitFor();
    await fill(bpmn.remarkText, 'Đối chiếu với bản đồ quy hoạch của phường trước khi ra hiện trường');
    await row(/^Ghi chú Đối chiếu với bản đồ/).waitFor();
    await panel().getByRole('group', { name: bpmn.linkedWith }).getByRole('button', { name: 'Thẩm định hồ sơ', exact: true }).waitFor();
    await window.look('structure-remark');
    assert.match(await saved(), /<bpmn:textAnnotation id="(\w+)">\s*<bpmn:text>Đối chiếu với bản đồ[^]*<bpmn:association [^>]*sourceRef="examine" targetRef="\1"/);
    await press(panel().getByRole('button', { name: bpmn.removeDrawn }));
    await becomes(() => row(/^Ghi chú/).count(), 0);
    await panel().and(page.locator(':focus')).waitFor();
    await becomes(() => panel().getByLabel(drawing.nameVi, { exact: true }).inputValue(), 'Thẩm định hồ sơ');
    await page.keyboard.press('Control+z');
    await row(/^Ghi chú Đối chiếu/).waitFor();
    await page.getByText(words.noErrors).waitFor();
  });

  it('data and a store are added with all of BPMN, named in both languages, connected and disconnected', async () => {
    await press(page.getByRole('button', { name: steps.fullPalette }));
    await add('Thẩm định hồ sơ', bpmn.kind_dataObjectReference);
    await fill(drawing.nameVi, 'Biên bản kiểm tra');
    await fill(drawing.nameEn, 'Minutes of the inspection');
    await add('Ký duyệt', bpmn.kind_dataStoreReference);
    await fill(drawing.nameVi, 'Sổ giấy phép');
    await fill(drawing.nameEn, 'Register of permits');
    await change('Biên bản kiểm tra');
    await panel().getByLabel(drawing.connectTo).selectOption({ label: `Ký duyệt (${bpmn.kind_dataInputAssociation.toLowerCase()})` });
    await press(panel().getByRole('button', { name: drawing.connect, exact: true }));
    const links = panel().getByRole('group', { name: bpmn.linkedWith }).getByRole('listitem');
    await becomes(() => links.count(), 2);
    await window.look('structure-data');
    assert.match(await saved(), /<bpmn:userTask id="sign"[^]*?<bpmn:dataInputAssociation [^>]*>\s*<bpmn:sourceRef>\w+<\/bpmn:sourceRef>/);
    await press(panel().getByRole('button', { name: filled(bpmn.unlinkNamed, { name: 'Ký duyệt' }) }));
    await becomes(() => links.count(), 1);
    await page.getByText(words.noErrors).waitFor();
  });

  it('a lane is drawn, with the pool that it needs; it is named, given a role, and steps are put into it', async () => {
    await add('Ký duyệt', bpmn.kind_lane);
    await fill(drawing.nameVi, 'Lãnh đạo');
    await fill(drawing.nameEn, 'Leaders');
    await panel().getByLabel(bpmn.laneRole).selectOption('signer');
    await change('Ký duyệt');
    await panel().getByLabel(bpmn.intoLane).selectOption({ label: 'Lãnh đạo' });
    await press(panel().getByRole('button', { name: bpmn.intoLaneDo, exact: true }));
    await panel().getByText(filled(bpmn.inLane, { lane: 'Lãnh đạo' })).waitFor();
    await panel().getByLabel(drawing.role, { exact: true }).selectOption('');
    await row(/^Bước của người Ký duyệt Lãnh đạo ký/).waitFor();
    await page.getByText(words.noErrors).waitFor();
    await window.look('structure-lane');
    const text = await saved();
    assert.match(text, /<bpmn:lane [^>]*name="Lãnh đạo"[^>]*motcua:role="signer"[^>]*>\s*<bpmn:flowNodeRef>sign<\/bpmn:flowNodeRef>\s*<\/bpmn:lane>/);
    assert.doesNotMatch(text, /<bpmn:userTask id="sign"[^>]*motcua:role/);
    await open(/^Làn Lãnh đạo/);
    await press(panel().getByRole('button', { name: bpmn.removeDrawn }));
    await becomes(() => row(/^Làn Lãnh đạo/).count(), 0);
    await page.keyboard.press('Control+z');
    await row(/^Làn Lãnh đạo/).waitFor();
  });

  it('another pool is drawn, and a message led to it; both are named and deleted', async () => {
    await add(/^Bên tham gia/, bpmn.kind_participant);
    await fill(drawing.nameVi, 'Kho bạc');
    await fill(drawing.nameEn, 'Treasury');
    await change('Phát hành giấy phép');
    await panel().getByLabel(drawing.connectTo).selectOption({ label: `Kho bạc (${bpmn.kind_messageFlow.toLowerCase()})` });
    await press(panel().getByRole('button', { name: drawing.connect, exact: true }));
    await open(/^Luồng thông điệp/);
    await fill(drawing.nameVi, 'Số giấy phép');
    await fill(drawing.nameEn, 'Number of the permit');
    await row('Luồng thông điệp Số giấy phép').waitFor();
    await window.look('structure-message');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('list', { name: englishDrawing.outline }).getByRole('button', { name: `${english.kind_messageFlow} Number of the permit` }).waitFor();
    await window.look('structure-english');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    assert.match(await saved(), /<bpmn:messageFlow [^>]*name="Số giấy phép"[^>]*sourceRef="issuePermit"/);
    await page.getByText(words.noErrors).waitFor();
    await open(/^Luồng thông điệp/);
    await press(panel().getByRole('button', { name: bpmn.removeDrawn }));
    await becomes(() => row(/^Luồng thông điệp/).count(), 0);
    await open(/^Bên tham gia Kho bạc/);
    await press(panel().getByRole('button', { name: bpmn.removeDrawn }));
    await becomes(() => row(/^Bên tham gia/).count(), 1);
    // taken back from another page
    await page.getByRole('link', { name: words.placeAbout, exact: true }).click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
    await row('Luồng thông điệp Số giấy phép').waitFor();
    await press(page.getByRole('button', { name: steps.fullPalette }));
    assert.deepEqual(sample.complaints, []);
  });

  it('an event that is shared says with whom, and is named for all of them', async () => {
    await plant(window.context.request, sample.url, 'chung-su-kien', shared);
    await page.goto('/designer/packages/chung-su-kien');
    await open('Báo có lũ');
    await panel().getByText(bpmn.sharedEvent).waitFor();
    await fill(bpmn.rootName_signal, 'Báo ngập');
    await window.look('structure-shared');
    await press(panel().getByRole('button', { name: 'Nghe có lũ', exact: true }));
    await becomes(() => panel().getByLabel(bpmn.rootName_signal, { exact: true }).inputValue(), 'Báo ngập');
    await panel().getByRole('button', { name: 'Báo có lũ', exact: true }).waitFor();
  });

  it('fits a phone', async () => {
    const phone = await openWindow(workshop.browser, sample.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(`/designer/packages/${key}`);
    await phone.page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: /^Làn Lãnh đạo/ }).click();
    await phone.page.getByLabel(bpmn.laneRole).waitFor();
    await phone.look('structure-phone');
    await phone.close();
  });
});
