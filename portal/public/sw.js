// Keeps the shell of the portal, so that it opens without a network. Of the API it keeps only whose app this is, and what everybody may read of procedures and
// their forms, so that one that was looked at can be filled in without a network; it never touches pages of the desk or the designer. It shows what comes as a push,
// for citizens and staff alike.
// Raise VERSION when the rules below change; built files carry their own hash.
const VERSION = 'motcua-6';
const SHELL = ['/', '/icon.svg'];
const FORMS = /^\/api\/procedures\/[a-z0-9-]+(\/forms\/[a-z0-9-]+(\/validator\.js)?)?$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const drop = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

// Built files never change under their name: what was fetched once is good for ever.
const fromCacheFirst = async (request) => {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
};

// Pages come fresh when there is a network; every address of the portal opens the same shell when there is none.
const fromNetworkFirst = async (request, address) => {
  const cache = await caches.open(VERSION);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(address, response.clone());
    return response;
  } catch {
    return (await cache.match(address, { ignoreVary: true })) ?? Response.error();
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/') || SHELL.slice(1).includes(pathname)) event.respondWith(fromCacheFirst(request));
  else if (request.mode === 'navigate' && !/^\/(api|bank|pay|national-portal|desk|designer|healthz|try|licences\.html)(\/|$)/.test(pathname)) event.respondWith(fromNetworkFirst(request, '/'));
  else if (pathname === '/api/app' || pathname === '/manifest.webmanifest') event.respondWith(fromNetworkFirst(request, pathname));
  else if (FORMS.test(pathname)) event.respondWith(fromNetworkFirst(request, pathname + search));
});

// What a push says (server/push/send-push.ts): title and code, in the language of whoever turned it on. One that cannot be read still tells that there is something.
const saidBy = (data) => {
  try {
    const { title, body, url, tag, language } = data.json();
    return { title: String(title), body: String(body), url: String(url), tag: String(tag), lang: language === 'en' ? 'en' : 'vi' };
  } catch {
    return { title: 'Có thông báo mới', body: '', url: '/dossiers', tag: 'motcua', lang: 'vi' };
  }
};

self.addEventListener('push', (event) => {
  const { title, body, url, tag, lang } = saidBy(event.data);
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, icon: '/icon.svg', data: { url } }));
});

// A tap opens its page: in a window that shows it already, else in a new one. Nothing but a page of this house is opened.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const page = new URL(event.notification.data?.url ?? '/', self.location.origin);
    if (page.origin !== self.location.origin) return;
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const shown = windows.find((one) => new URL(one.url).pathname === page.pathname);
    await (shown ? shown.focus() : self.clients.openWindow(page.href));
  };
  event.waitUntil(open());
});
