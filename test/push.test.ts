import { strict as assert } from 'node:assert';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as hearing } from '../portal/hearing/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { pushService, type PushServiceStandIn, type Shown, type Subscribed } from '../server/testing/push-service.ts';
import { en as pushEn } from '../ui/push/words/en.ts';
import { vi as push } from '../ui/push/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { openBrowser, DESKTOP, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

/**
 * The maker's service stands in for Google's, which no browser without a network reaches: it subscribes, and knows of it again after a reload.
 * A browser that has no screen (the headless shell) says that its owner refuses, whatever was granted.
 */
const subscribesAt = ({ subscription }: Subscribed): string => `(() => {
  const given = ${JSON.stringify(subscription)};
  const one = { endpoint: given.endpoint, toJSON: () => given, unsubscribe: async () => { localStorage.removeItem('stand-in'); return true; } };
  if (Notification.permission === 'denied') Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
  Notification.requestPermission = async () => 'granted';
  PushManager.prototype.subscribe = async () => { localStorage.setItem('stand-in', 'on'); return one; };
  PushManager.prototype.getSubscription = async () => (localStorage.getItem('stand-in') === 'on' ? one : null);
})()`;

/** What the worker has on the screen, and what a tap opens; where there is no screen, what it asks to be shown is kept here. */
const screen = `(self.screen ??= (() => {
  const kept = [];
  if (Notification.permission !== 'granted') {
    self.registration.showNotification = async (title, options) => {
      const one = { title, ...options, close: () => void kept.splice(kept.indexOf(one), 1) };
      kept.push(one);
    };
    self.registration.getNotifications = async () => [...kept];
  }
  const opened = [];
  self.clients.openWindow = async (url) => void opened.push(url);
  const all = () => self.registration.getNotifications();
  return {
    shown: async () => (await all()).map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data })),
    tap: async (tag) => {
      const event = Object.assign(new ExtendableEvent('notificationclick'), { notification: (await all()).find((one) => one.tag === tag) });
      let done;
      Object.defineProperty(event, 'waitUntil', { value: (until) => void (done = until) });
      self.dispatchEvent(event);
      await done;
      return opened.splice(0);
    },
  };
})())`;

describe('notifications on a phone', function () {
  this.timeout(180_000);
  let browser: Browser;
  let service: PushServiceStandIn;
  let house: SampleHouse;
  let phone: Window;
  let device: Subscribed;
  before(async function () {
    browser = await openBrowser(this);
    service = await pushService();
    house = await openSampleHouse('2026-11-18T01:00:00.000Z', { push: service.push });
    device = service.browser();
    phone = await openWindow(browser, house.url, PHONE);
    await phone.context.grantPermissions(['notifications'], { origin: house.url });
    await phone.context.addInitScript(subscribesAt(device));
    await signIn(phone.context, 'congdan1');
  });
  after(async () => {
    await phone?.close();
    await browser?.close();
    await house?.close();
    await service?.stop();
  });

  const signIn = async (context: BrowserContext, username: string): Promise<void> => {
    await context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await context.request.post(`${house.url}/api/session`, { data: { username, password: samplePassword } })).ok());
  };
  const asked = async <T>(context: BrowserContext, path: string): Promise<T> => (await (await context.request.get(`${house.url}${path}`)).json()) as T;
  const until = async (what: string, isSo: () => Promise<boolean> | boolean): Promise<void> => {
    for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) if (await isSo()) return;
    throw new Error(`expected ${what} within half a minute`);
  };

  /** What the push service would hand the browser now, with the page closed or not. */
  const deliver = async (page: Page, data: string): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    await inWorker(page, `${screen} && undefined`);
    const registered = new Promise<string>((resolve) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId)));
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.deliverPushMessage', { origin: house.url, registrationId: await registered, data });
    await session.detach();
  };
  const inWorker = async <T>(page: Page, script: string): Promise<T> => {
    const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'));
    return worker.evaluate(script);
  };
  const onScreen = (page: Page): Promise<{ title: string; body: string; tag: string; lang: string; data: { url: string } }[]> =>
    inWorker(page, `${screen}.shown()`);
  /** A tap, as the worker hears of it: the pages that it opens. */
  const tapped = (page: Page, tag: string): Promise<string[]> => inWorker(page, `${screen}.tap(${JSON.stringify(tag)})`);

  it('are offered after filing and beside the places that are followed, on a phone and on a desktop, in both languages', async () => {
    const { dossiers: [dossier] } = await asked<{ dossiers: { id: string }[] }>(phone.context, '/api/dossiers');
    const wide = await openWindow(browser, house.url, DESKTOP);
    await wide.context.grantPermissions(['notifications'], { origin: house.url });
    await wide.context.addInitScript(subscribesAt(service.browser()));
    await signIn(wide.context, 'congdan1');
    for (const [window, width] of [[phone, 'phone'], [wide, 'desktop']] as const) {
      for (const [place, path] of [['filed', `/filed/${dossier!.id}`], ['watches', '/watches'], ['hearing', '/hearing']] as const) {
        await window.page.goto(path);
        await window.page.getByRole('button', { name: push.pushOn }).waitFor();
        await window.look(`push-${place}-${width}`);
      }
      await window.page.locator('.shell-tools button[lang=en]').click();
      await window.page.getByRole('button', { name: pushEn.pushOn }).waitFor();
      await window.look(`push-hearing-${width}-english`);
      await window.page.locator('.shell-tools button[lang=vi]').click();
      await window.page.getByRole('button', { name: push.pushOn }).waitFor();
    }
    await wide.close();
  });

  it('are turned on by the citizen where they choose how to hear', async () => {
    const { page } = phone;
    await page.goto('/hearing');
    await page.getByRole('button', { name: push.pushOn }).click();
    await page.getByText(push.pushIsOn, { exact: true }).waitFor();
    await phone.look('push-on');
    assert.equal((await asked<{ devices: unknown[] }>(phone.context, '/api/push')).devices.length, 1);
    await becomes(() => page.getByText(hearing.hearingPush).isVisible(), true);
  });

  it('come when the office has accepted a dossier, show title and code and nothing else, and a tap opens the dossier', async () => {
    const office = await browser.newContext();
    await signIn(office, 'tiepnhan');
    const { items } = await asked<{ items: { id: string; step: unknown; dossier: { id: string; code: string; version: number } }[] }>(office, '/api/tasks?scope=team&procedure=construction-permit-house');
    const { dossiers } = await asked<{ dossiers: { id: string }[] }>(phone.context, '/api/dossiers');
    const task = items.find(({ dossier }) => dossiers.some(({ id }) => id === dossier.id))!;
    const done = await office.request.post(`${house.url}/api/tasks/${task.id}/complete`, { data: { expectedVersion: task.dossier.version, data: { checks: { identity: true, competence: true, complete: true, readable: true }, feeWaived: false, outcome: 'accept' } }, headers: { 'Idempotency-Key': 'push-accepts-one' } });
    assert.equal(done.status(), 200, await done.text());
    await office.close();
    await until('a push', () => device.arrived.length > 0);
    const { shown } = device.arrived[0]!;
    assert.deepEqual([shown.title, shown.body], ['Hồ sơ đã được tiếp nhận', task.dossier.code]);
    const { page } = phone;
    await deliver(page, JSON.stringify(shown));
    await until('a notification', async () => (await onScreen(page)).length === 1);
    assert.deepEqual(await onScreen(page), [{ title: shown.title, body: task.dossier.code, tag: shown.tag, lang: 'vi', data: { url: `/dossiers/${task.dossier.id}` } }]);
    const opened = await tapped(page, shown.tag);
    assert.deepEqual(opened, [`${house.url}/dossiers/${task.dossier.id}`]);
    await page.goto(opened[0]!);
    await page.getByText(task.dossier.code).first().waitFor();
    await until('no notification after the tap', async () => (await onScreen(page)).length === 0);
  });

  it('say that there is something even when they cannot be read, and open no page of others', async () => {
    const { page } = phone;
    await deliver(page, 'no JSON');
    await until('a notification', async () => (await onScreen(page)).length === 1);
    assert.equal((await onScreen(page))[0]!.title, 'Có thông báo mới');
    assert.deepEqual(await tapped(page, 'motcua'), [`${house.url}/dossiers`]);
    await deliver(page, JSON.stringify({ title: 'x', body: '', url: 'https://other.example/', tag: 'foreign', language: 'en' } satisfies Shown));
    await until('the other notification', async () => (await onScreen(page)).some(({ tag }) => tag === 'foreign'));
    assert.deepEqual(await tapped(page, 'foreign'), []);
  });

  it('end for one person when another opens a page on the same phone, and are theirs in their language', async () => {
    await signIn(phone.context, 'congdan2');
    const { page } = phone;
    await page.goto('/hearing');
    await page.getByRole('button', { name: push.pushOn }).waitFor();
    await signIn(phone.context, 'congdan1');
    assert.deepEqual((await asked<{ devices: unknown[] }>(phone.context, '/api/push')).devices, []);
    await page.goto('/hearing');
    await page.locator('.shell-tools button[lang=en]').click();
    await page.getByRole('button', { name: pushEn.pushOn }).click();
    await page.getByText(pushEn.pushIsOn, { exact: true }).waitFor();
    await phone.look('push-on-english');
    await page.getByRole('button', { name: pushEn.pushOff }).click();
    await page.getByText(pushEn.pushWasOff).waitFor();
    await phone.look('push-off-english');
    assert.deepEqual((await asked<{ devices: unknown[] }>(phone.context, '/api/push')).devices, []);
  });

  it('end on the device where their owner signs out', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: pushEn.pushOn }).click();
    await page.getByText(pushEn.pushIsOn, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/');
    await signIn(phone.context, 'congdan1');
    assert.deepEqual((await asked<{ devices: unknown[] }>(phone.context, '/api/push')).devices, []);
  });

  it('are turned on by staff in the dialog under their name, on a desktop', async () => {
    const window = await openWindow(browser, house.url, DESKTOP);
    const laptop = service.browser();
    await window.context.grantPermissions(['notifications'], { origin: house.url });
    await window.context.addInitScript(subscribesAt(laptop));
    await signIn(window.context, 'tiepnhan');
    const { page } = window;
    await page.goto('/desk/');
    await page.locator('.shell-who').click();
    await page.getByText(desk.pushForStaff).waitFor();
    await page.getByRole('button', { name: push.pushOn }).click();
    await page.getByText(push.pushIsOn, { exact: true }).waitFor();
    await window.look('push-staff');
    assert.equal((await asked<{ devices: unknown[] }>(window.context, '/api/push')).devices.length, 1);
    await window.close();
  });

  it('are told plainly to be out of reach: on an iPhone before it is on the home screen, in a browser that cannot, where they are blocked', async () => {
    const says = async (title: string, userAgent: string | undefined, script: string, name: string): Promise<void> => {
      const window = await openWindow(browser, house.url, PHONE);
      if (userAgent !== undefined) await window.context.addInitScript(`Object.defineProperty(navigator, 'userAgent', { get: () => ${JSON.stringify(userAgent)} })`);
      await window.context.addInitScript(script);
      await signIn(window.context, 'congdan1');
      await window.page.goto('/hearing');
      await window.page.getByText(title).waitFor();
      await becomes(() => window.page.getByRole('button', { name: push.pushOn }).count(), 0);
      await window.look(name);
      await window.close();
    };
    await says(push.pushInstall, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'delete globalThis.PushManager', 'push-iphone');
    await says(push.pushUnable, undefined, 'delete globalThis.PushManager', 'push-unable');
    await says(push.pushBlocked, undefined, `Object.defineProperty(Notification, 'permission', { get: () => 'denied' })`, 'push-blocked');
  });

  it('left nothing wrong in the log', () => assert.deepEqual(house.complaints, []));
});
