// Keeps one whole version of the page on the device, so that it opens without a network.
// It holds the program only. What the user writes is never seen here.

// Filled by scripts/precache.mjs with this build's files and the hash of each one's content. A
// different build is a different sw.js: that is how the browser notices a new version.
const BUILD = { version: "", files: {} };

// Caches are shared by everything on a host, so the name also says which page it belongs to.
const OURS = `so-tay-lam-theo ${registration.scope} `;
const CACHE = OURS + BUILD.version;

// The page has just been loaded from the network, so the browser's own cache has these files:
// nothing is downloaded twice. What is stale or damaged there fails the hash, and is fetched
// again past that cache. A host that is half way through an upload fails it too: no version then.
const load = async ([url, integrity]) => {
  const get = (cache) => fetch(url, { cache, integrity });
  return [url, await get("force-cache").catch(() => get("reload"))];
};

// All or nothing: the cache is opened only when every file is there and right.
const install = async () => {
  const loaded = await Promise.all(Object.entries(BUILD.files).map(load));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(loaded.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(CACHE); // the disk is full: leave no half
    throw error;
  }
};

const tidy = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const answer = async (request) => {
  const { href } = new URL("./", registration.scope);
  const [plain] = request.url.split(/[?#]/);
  // Links from chat programs arrive with a query string of theirs.
  const page = request.mode === "navigate" && (plain === href || plain === `${href}index.html`);
  const cache = await caches.open(CACHE);
  return (await cache.match(page ? href : request, { ignoreVary: true })) ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
// A new version waits until the user asks for it: nobody's page changes under their hands.
self.addEventListener("message", ({ data }) => data === "skip-waiting" && self.skipWaiting());
