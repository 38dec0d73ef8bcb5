// Keeps one whole version of the page on the device, so that it opens without a network.
// It holds the program only. What the user writes is never seen here.

// Filled by scripts/precache.mjs with this build's files of every visit and the hash of each one's content, and
// with the list, of the same kind, of those of the programs beside the handbook, which a first visit does not
// need. A different build is a different sw.js: that is how the browser notices a new version.
const BUILD = { version: "", files: {}, list: ["", ""] };

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
  return kept.flat().flatMap(({ url }) => url.match(/\/(\w+)-\w+\.wasm$/)?.[1] ?? []);
};
const filesOf = async (opened) => {
  if (!opened[0]) return [];
  const [, list] = await load(BUILD.list);
  const all = await list.json();
  return opened.map((program) => all[program]);
};

// Who has opened a program finds it in the new version too; nobody else downloads it.
const install = async () => keep(Object.assign({}, BUILD.files, ...(await filesOf(await programs(await versions())))));
const keepProgram = async (program) => (await programs([CACHE])).includes(program) || keep((await filesOf([program]))[0]);

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
  else event.waitUntil(keepProgram(event.data).catch(() => {}));
});
