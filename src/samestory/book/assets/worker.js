// The book's service worker: keeps a copy of every page, so that the book opens with no network.
// The build fills in the edition (a hash of all files) and the list of files. The last two are for files that are too
// large to be copied unasked: they are kept once they have been used, until they change themselves.
"use strict";

const EDITION = "EDITION";
const FILES = "FILES";
const LATER_EDITION = "LATER_EDITION";
const LATER = "LATER";
const PREFIX = "samestory-book:" + new URL(self.registration.scope).pathname + ":";
const CACHE = PREFIX + EDITION;
const LATER_CACHE = PREFIX + "later:" + LATER_EDITION;
const PATIENCE = 4000; // milliseconds for a network that answers late, before the copy is shown

self.addEventListener("install", (event) => {
  const requests = FILES.map((file) => new Request(encodeURI(file), { cache: "no-cache" }));
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(requests)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== LATER_CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(self.registration.scope)) return;
  const isLater = LATER.some((file) => url.href === new URL(encodeURI(file), self.registration.scope).href);
  event.respondWith(isLater ? keptOnceUsed(event) : fresh(event.request, url));
});

/** The copy if there is one; otherwise the network's answer, of which a copy is kept. */
async function keptOnceUsed(event) {
  const cache = await caches.open(LATER_CACHE);
  const { request } = event;
  const copy = await cache.match(request.url);
  if (copy) return copy;
  const answer = await fetch(request).catch(() => missing());
  if (answer.ok) event.waitUntil(cache.put(request.url, answer.clone()).catch(() => { /* no room: fetched again */ }));
  return answer;
}

/** The network's answer while there is a network; the copy when there is none or it dawdles. */
async function fresh(request, url) {
  if (!navigator.onLine) return (await kept(url)) ?? missing();
  const network = fetch(request);
  network.catch(() => {}); // a late failure is no news once the copy is shown
  try {
    return await inTime(network);
  } catch {
    const copy = await kept(url);
    return copy ?? network.catch(() => missing());
  }
}

function inTime(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function kept(url) {
  const cache = await caches.open(CACHE);
  const path = url.pathname.endsWith("/") ? url.pathname + "index.html" : url.pathname;
  return cache.match(path, { ignoreSearch: true });
}

function missing() {
  const text = "There is no network, and this page is not in the saved copy of the book.";
  return new Response(text, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
