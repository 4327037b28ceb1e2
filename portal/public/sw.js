// Keeps the shell of the portal, so that it opens without a network. Of the API it keeps only whose app this is, and what everybody may read of procedures and
// their forms, so that one that was looked at can be filled in without a network; it never touches the desk or the designer.
// Raise VERSION when the rules below change; built files carry their own hash.
const VERSION = 'motcua-4';
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
  else if (request.mode === 'navigate' && !/^\/(api|bank|pay|national-portal|desk|designer|healthz|try)(\/|$)/.test(pathname)) event.respondWith(fromNetworkFirst(request, '/'));
  else if (pathname === '/api/app' || pathname === '/manifest.webmanifest') event.respondWith(fromNetworkFirst(request, pathname));
  else if (FORMS.test(pathname)) event.respondWith(fromNetworkFirst(request, pathname + search));
});
