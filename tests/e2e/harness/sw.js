// Keeps the page for offline; asks another host when told to, which a page's policy doesn't stop.
addEventListener('install', event => event.waitUntil(
  caches.open('page').then(cache => cache.addAll(['./', 'page.css', 'page.js', 'page.wasm'])).then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => event.respondWith((async () => {
  const cache = await caches.open('page');
  try {
    const answer = await fetch(event.request);
    await cache.put(event.request, answer.clone());
    return answer;
  } catch (error) {
    return await cache.match(event.request, { ignoreSearch: true }) ?? Response.error();
  }
})()));
addEventListener('message', event => event.waitUntil(
  fetch('http://127.0.0.1:9/behind', { mode: 'no-cors' }).catch(() => event.ports[0].postMessage('tried'))));
