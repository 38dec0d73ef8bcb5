// Keeps one whole version of the page on the device, so that it opens without a network.
// It holds the program only. What the user writes is never seen here.

// Filled by scripts/precache.mjs with this build's files and the hash of each one's content: those of
// every visit, and those of each program beside the handbook. A different build is a different sw.js: that is how
// the browser notices a new version.
const BUILD = { version: "", files: {}, programs: {} };

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

// All or nothing: nothing is put into the cache before every file is there and right.
const keep = async (files) => {
  const loaded = await Promise.all(Object.entries(files).map(load));
  const cache = await caches.open(CACHE);
  try {
    // One after the other: where the last is, all are, even if the phone went off in between.
    for (const [url, response] of loaded) await cache.put(url, response);
  } catch (error) {
    await Promise.all(loaded.map(([url]) => cache.delete(url))); // the disk is full: leave no half
    throw error;
  }
};

const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

// Which programs this device keeps in one of these versions, which each have another name for them.
// A program's .wasm comes last in the list.
const programs = async (names) => {
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const has = (program) => kept.flat().some(({ url }) => url.includes(`/${program}-`) && url.endsWith(".wasm"));
  return Object.keys(BUILD.programs).filter(has);
};

// Who has opened a program finds it in the new version too; nobody else downloads it.
const install = async () => {
  const opened = await programs(await versions());
  return keep(Object.assign({}, BUILD.files, ...opened.map((program) => BUILD.programs[program])));
};
const keepProgram = async (program) => (await programs([CACHE])).includes(program) || keep(BUILD.programs[program]);

const tidy = async () => {
  const old = (await versions()).filter((name) => name !== CACHE);
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
self.addEventListener("message", (event) => {
  // A new version waits until the user asks for it: nobody's page changes under their hands.
  if (event.data === "skip-waiting") self.skipWaiting();
  // Without a network now, the next opening of the program asks again.
  else if (event.data in BUILD.programs) event.waitUntil(keepProgram(event.data).catch(() => {}));
});
