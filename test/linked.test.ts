import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import type { Data } from '../engine/state.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as service } from '../portal/service/words/vi.ts';
import type { DossierView } from '../server/api/dossier.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { Visitor } from '../server/testing/visitor.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, openBrowser, PHONE } from './browser/chromium.ts';
import { answerAll, fileIt, signInAsCitizen } from './story/citizen.ts';
import { firstScenario } from './story/told.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const wanted: Data = {
  linked: { residence: true, insurance: true },
  residence: { with: 'father', address: '12 Đường Mẫu Một, Phường Sen Mẫu', head: 'Nguyễn Văn Giả Định', headIdNo: '079085000001', consent: true },
  insurance: { hospital: 'Bệnh viện Mẫu (giả định)' },
};

describe('a birth with residence and health insurance, from one form to three offices', function () {
  this.timeout(300_000);
  let browser: Browser;
  let house: SampleHouse;
  let parent: Window;
  let birth = '';
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    parent = await openWindow(browser, house.url, PHONE);
  });
  after(async () => {
    await parent?.close();
    await browser?.close();
    await house?.close();
  });

  const seated = async (login: string): Promise<Window> => {
    const window = await openWindow(browser, house.url, DESKTOP);
    await window.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await window.page.request.post('/api/session', { data: { username: login, password: samplePassword } })).ok());
    return window;
  };
  const mine = async (id = birth): Promise<DossierView> => (await (await parent.page.request.get(`/api/dossiers/${id}`)).json()) as DossierView;
  /** Somebody does an open step; the machine is given the time it takes to come there. */
  const step = async (login: string, dossier: string, node: string, data: unknown): Promise<void> => {
    const visitor = await new Visitor(house.url, 'vi').signIn(login, samplePassword);
    for (const end = Date.now() + 30_000; Date.now() < end; await parent.page.waitForTimeout(200)) {
      const { items } = (await visitor.done('GET', '/api/tasks?scope=team')) as unknown as { items: readonly { id: string; node: string; dossier: { id: string } }[] };
      const task = items.find((item) => item.node === node && item.dossier.id === dossier);
      if (task === undefined) continue;
      const { dossier: { version } } = (await visitor.done('GET', `/api/tasks/${task.id}`)) as unknown as { dossier: { version: number } };
      await visitor.done('POST', `/api/tasks/${task.id}/complete`, { expectedVersion: version, data });
      return;
    }
    throw new Error(`expected "${node}" on the worklist of ${login} within half a minute`);
  };
  const until = async (is: (view: DossierView) => boolean): Promise<DossierView> => {
    for (const end = Date.now() + 30_000; Date.now() < end; await parent.page.waitForTimeout(200)) {
      const view = await mine();
      if (is(view)) return view;
    }
    throw new Error(`expected the birth to come there within half a minute, but it is at ${JSON.stringify((await mine()).turn)}`);
  };

  it('says on the sheet what may be done at the same time, and does not offer that by itself', async () => {
    const { page, look } = parent;
    await page.goto('/services/birth-registration');
    await page.getByRole('heading', { name: service.beginsTitle }).waitFor();
    await look('sheet');
    await page.getByRole('link', { name: 'Thường trú cho trẻ' }).click();
    await page.getByText(service.begunBy).waitFor();
    await becomes(() => page.getByRole('link', { name: 'Bắt đầu' }).count(), 0);
    await look('sheet-of-linked');
  });

  it('asks for everything once', async () => {
    const { page } = parent;
    const { pack, application } = await firstScenario('birth-registration');
    await page.goto('/sign-in?begin=birth-registration');
    await signInAsCitizen(parent, 'congdan1', samplePassword);
    await answerAll(parent, { form: pack.forms.get('application')!, answers: { ...application, ...wanted } });
    await page.getByRole('link', { name: filing.filingCheck }).click();
    await page.getByRole('heading', { level: 1, name: filing.checkTitle }).waitFor();
    await fileIt(parent);
    birth = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });

  it('begins a dossier at each office once the certificate is signed, and shows the parent all three', async () => {
    await step('tiepnhan', birth, 'reception', { checks: { identity: true, papers: true }, outcome: 'accept' });
    await step('thuly', birth, 'examine', { marriage: 'database', late: false, outcome: 'ok' });
    await step('thuly', birth, 'draft', { name: 'Nguyễn An Giả Định', place: 'Bệnh viện Mẫu (giả định)', book: '01/2026', father: true, compared: true });
    const { todo: [confirm], version } = await until(({ todo }) => todo.length > 0);
    await parent.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await parent.page.request.post(`/api/tasks/${confirm!.task}/complete`, { data: { expectedVersion: version, data: { outcome: 'right' } } })).ok());
    // time passes while the number is asked for, and not while it is entered in the register before
    await until((view) => view.version >= version + 2);
    house.later(40);
    await step('thuly', birth, 'enterId', { number: '079226000001', asked: 'Công an phường (giả định)' });
    await step('lanhdao', birth, 'sign', { outcome: 'sign', capacity: 'TM' });
    await step('vanthu', birth, 'seal', { sealed: true });
    const { linked } = await until((view) => view.linked.begun.length === 2);
    const [insurance, residence] = linked.begun.map(({ dossier }) => dossier ?? '');
    await step('congan1', residence!, 'reception', { checks: { data: true, consent: true }, outcome: 'accept' });
    await step('baohiem1', insurance!, 'reception', { checks: { data: true, hospital: false }, outcome: 'supplement', items: [{ target: 'field', path: 'insurance.hospital', remark: 'Nơi này không nhận đăng ký ban đầu' }] });
    await until((view) => view.linked.begun[0]?.state === 5 && view.linked.begun[1]?.state !== 1);
    const { page, look } = parent;
    await page.goto(`/dossiers/${birth}`);
    await page.getByRole('heading', { name: dossierWords.linkedTitle }).waitFor();
    await look('birth-with-linked');
    await page.locator('.shell-tools button[lang=en]').click();
    await page.getByRole('heading', { name: 'Linked dossiers' }).waitFor();
    await look('birth-with-linked-en');
    await page.locator('.shell-tools button[lang=vi]').click();
    await page.goto('/dossiers');
    await page.getByRole('link', { name: 'Thẻ bảo hiểm y tế cho trẻ' }).waitFor();
    await look('my-dossiers');
    await page.getByRole('link', { name: 'Thẻ bảo hiểm y tế cho trẻ' }).click();
    await page.getByText(dossierWords.linkedFrom).waitFor();
    await look('insurance-from-birth');
  });

  it('shows the police their dossier whole with where it comes from, and the ward that it is there', async () => {
    const { linked: { begun: [insurance, residence] } } = await mine();
    const police = await seated('congan2');
    await police.page.goto(`/desk/dossiers/${residence!.dossier}`);
    await police.page.getByRole('heading', { name: desk.linkedTitle }).waitFor();
    await police.look('desk-residence');
    await step('congan2', residence!.dossier!, 'examine', { outcome: 'ok' });
    await step('congan3', residence!.dossier!, 'sign', { outcome: 'sign', capacity: 'TCA' });
    await until(({ linked: { begun } }) => begun[1]?.state === 10);
    const ward = await seated('thuly');
    await ward.page.goto(`/desk/dossiers/${birth}`);
    await ward.page.getByRole('heading', { name: desk.linkedTitle }).waitFor();
    await ward.page.getByText(insurance!.code).waitFor();
    await becomes(() => ward.page.getByRole('link', { name: 'Thường trú cho trẻ' }).count(), 0, 'what the ward may not open is no link');
    await ward.look('desk-birth');
    await parent.page.goto(`/dossiers/${birth}`);
    await parent.page.getByText('Đã đăng ký thường trú', { exact: true }).first().waitFor();
    await parent.look('birth-with-result');
    for (const window of [police, ward]) await window.close();
    assert.deepEqual(house.complaints, []);
  });
});
