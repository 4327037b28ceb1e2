import type { Page } from 'playwright-core';
import { about } from '../designer/words/vi-about.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
import { openWorkshop, signInAsDesigner, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow, type Window } from './story/window.ts';

describe('a procedure adds a role of its own', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let window: Window;
  let page: Page;
  const package_ = '/designer/packages/household-business';
  const name = 'Cán bộ đo đạc';
  const panel = () => page.getByRole('complementary', { name: drawing.panel });
  const role = () => panel().locator('#step-role');
  const dialog = () => page.getByRole('dialog', { name: about.ownRoleTitle });

  before(async function () {
    workshop = await openWorkshop(this, package_);
    ({ window, page } = workshop);
    await page.getByText(words.noErrors).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('from a step, by its name and the rights that it has, in one step back', async () => {
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: /Soạn Giấy chứng nhận/ }).first().click();
    await becomes(() => role().inputValue(), 'handler');
    await panel().getByRole('button', { name: about.ownRoleAdd }).click();
    await dialog().getByRole('button', { name: about.ownRoleAdd }).click();
    await dialog().getByText(words.textMissing).first().waitFor();
    await dialog().locator('#step-new-role-vi').fill(name);
    await dialog().locator('#step-new-role-en').fill('Surveyor');
    await window.look('own-role-asked');
    await dialog().getByRole('button', { name: about.ownRoleAdd }).click();
    await dialog().waitFor({ state: 'hidden' });
    await becomes(() => role().inputValue(), 'can_bo_do_dac');
    await becomes(() => role().locator('option:checked').innerText(), new RegExp(`^${name} \\(0 `));
    await window.look('own-role-step');
    await page.getByRole('button', { name: words.undo }).click();
    await becomes(() => role().inputValue(), 'handler');
    await becomes(() => role().locator('option', { hasText: name }).count(), 0);
    await page.getByRole('button', { name: words.redo }).click();
    await becomes(() => role().inputValue(), 'can_bo_do_dac');
  });

  it('which stands among what the procedure is, and wants somebody who holds it', async () => {
    await page.getByRole('navigation').getByRole('link', { name: words.placeAbout, exact: true }).click();
    const part = page.locator('#about-roles-part');
    await part.getByText(`${name} · ${about.ownRoleHas.replace('{rights}', 'Cán bộ thụ lý')}`, { exact: false }).click();
    await becomes(() => part.getByLabel(about.ownRoleLike).inputValue(), 'handler');
    await part.scrollIntoViewIfNeeded();
    await window.look('own-role-about');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
    await page.getByText(/chưa ai giữ vai trò Cán bộ đo đạc của bước “Soạn Giấy chứng nhận”/).first().waitFor();
    const phone = await openWindow(workshop.browser, workshop.house.url, PHONE);
    await phone.page.goto(`${package_}/about`);
    await signInAsDesigner(phone);
    await phone.page.locator('#about-roles-part summary').click();
    await phone.look('own-role-about-phone');
    await phone.close();
  });

  it('an administrator gives it before anything is published, and the desk calls it by its name', async () => {
    const admin = await openWindow(workshop.browser, workshop.house.url, DESKTOP);
    await admin.page.goto('/designer/people');
    await signInAsDesigner(admin, 'quantri');
    await admin.page.getByText('Giao vai trò ở Phường Sen Mẫu').click();
    await admin.page.locator('#give-person').selectOption({ label: 'Bùi Văn Thụ Lý · Chuyên viên' });
    await admin.page.locator('#give-role').selectOption({ label: name });
    await admin.page.getByRole('button', { name: words.giveRoleNow, exact: true }).click();
    await admin.page.getByRole('row', { name: new RegExp(`Bùi Văn Thụ Lý.*${name}`) }).waitFor();
    await admin.look('own-role-given');
    await admin.close();
    const holder = await openWindow(workshop.browser, workshop.house.url, DESKTOP);
    await holder.page.goto('/desk/');
    await signInAsDesigner(holder, 'thuly');
    await holder.page.locator('.shell-who').click();
    await holder.page.getByRole('dialog').getByText(`${name}, Phường Sen Mẫu`).waitFor();
    await holder.look('own-role-desk');
    await holder.close();
  });
});
