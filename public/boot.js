// Starts the page, and stands beside it for what a page can't do for itself: choose the program that
// the address asks for, say why it did not start or had to stop, give out what is kept even then, and
// bring in its next version. It writes nothing that is kept.
//
// It talks with the page through events on `window` and data attributes on <html>:
//   data-update="ready",  so-tay:update-ready    a new version waits
//                         so-tay:update-apply    the user wants it now
//   data-install="ready", so-tay:install-ready   the browser offers to install the page
//                         so-tay:install         the user wants that
//   data-awaits="unlocked", so-tay:unlocked      what a passcode locked is open
//                         so-tay:away            the page was left for too long: lock it
//                         so-tay:rescue          the user wants everything in a file
//   data-due="2"                                 so many things are due

const root = document.documentElement;
const announce = (what) => {
  root.dataset[what] = "ready";
  dispatchEvent(new Event(`so-tay:${what}-ready`));
};

// Where the engine knows Trusted Types, the page's policy lets no text become markup or script; and a script's
// address must lie beside the page.
const home = new URL("./", document.baseURI).href;
globalThis.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (new URL(url, home).href.startsWith(home) ? url : null) });

// --- the programs ----------------------------------------------------------------------------

// By the first word of their addresses. All others are the handbook's, which every visit fetches; a
// member's phone never fetches the desk.
const PROGRAMS = { __proto__: null, "chi-bo": "desk", "du-lieu": "data", "gioi-thieu": "data", "giay-to": "papers", "huong-dan": "papers" };
const wanted = () => PROGRAMS[location.hash.match(/^#\/*([\w-]*)/)?.[1]];
const program = wanted();

let leaving; // nobody needs to be asked any more
const unsaved = () => document.querySelector('.saved[data-state="failed"]');
// The program saves; and its sign says a moment later whether it could.
const saved = (then) => {
  dispatchEvent(new Event("pagehide"));
  setTimeout(then);
};

// Closing the page or loading it anew, too.
addEventListener("beforeunload", (event) => !leaving && unsaved() && event.preventDefault());

// Ahead of the program, which has no screen for the others' addresses.
addEventListener("hashchange", (event) => {
  if (wanted() === program) return;
  event.stopImmediatePropagation();
  saved(() => {
    if (unsaved() && !confirm(UNSAVED)) return history.back();
    leaving = true;
    globalThis.soTay?.pass(); // who has unlocked this tab is not asked again
    location.reload();
  });
});

// A passcode's lock was turned on or off in another tab, or this one was left for too long.
// What was saved before it may go at once: the texts under it become unreadable one by one.
const anew = () => {
  const clean = document.querySelector('.saved[data-state="saved"]');
  saved(() => (leaving = clean || !unsaved()) && location.reload());
};
addEventListener("storage", ({ key }) => key === "so-tay/lock" && anew());
addEventListener("so-tay:away", anew);

// --- start -----------------------------------------------------------------------------------

const OLD = "Trình duyệt này không chạy được sổ tay, có lẽ vì đã quá cũ. Hãy cập nhật trình duyệt, hoặc mở trang này bằng Chrome hay Safari bản mới.";
const NETWORK = "Chưa tải được đủ sổ tay, có lẽ vì mạng yếu. Hãy kiểm tra kết nối mạng rồi bấm “Tải lại”.";
const PART = "Chưa tải được phần này của sổ tay. Lần đầu mở trên máy này cần có mạng; những lần sau không cần. Hãy kiểm tra kết nối mạng rồi bấm “Tải lại”.";
const BROKEN = "Sổ tay gặp lỗi khi mở. Hãy bấm “Tải lại”. Nếu vẫn không được, hãy mở lại trình duyệt rồi thử lần nữa.";
const STOPPED = "Sổ tay vừa gặp lỗi nên phải dừng. Hãy bấm “Tải lại”. Nếu vẫn gặp, lưu tất cả ra tệp và báo cho người đưa địa chỉ trang này.";
const UNSAVED = "Có điều chưa lưu được trên máy này, rời màn hình này sẽ mất. Vẫn rời?";

const reason = (error) => {
  if (typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return OLD;
  if (error instanceof WebAssembly.RuntimeError) return STOPPED;
  // Both import() and fetch() report a failed download as a TypeError.
  return error instanceof TypeError || !navigator.onLine ? (program ? PART : NETWORK) : BROKEN;
};

// --- when it does not start, or stops --------------------------------------------------------

const element = (name, textContent, rest) => Object.assign(document.createElement(name), { textContent, ...rest });

// Everything that is kept, letter by letter, and what stands in the fields of the screen: a "so-tay/rescue"
// file, which "Dữ liệu của tôi" opens (docs/rescue.md). Undefined when there is nothing.
const rescue = () => {
  const fields = [...document.querySelectorAll("textarea, input[type=text]")].map(({ id, value }) => [id, value]);
  const kept = {};
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("so-tay/")) kept[key] = localStorage[key];
  } catch {} // denied: nothing is kept
  const typed = fields.filter(([, value]) => value);
  if (typed[0] || Object.keys(kept)[0]) return JSON.stringify({ format: "so-tay/rescue", version: 1, exported_at: new Date(), kept, typed }, null, 1);
};

// As a file; by the share sheet where downloads fail, which takes no .json.
const give = (text) => {
  const name = `so-tay_cuu-ho_${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;
  const files = [new File([text], `${name}.txt`, { type: "text/plain" })];
  if ((/Zalo/.test(navigator.userAgent) || navigator.standalone) && navigator.canShare?.({ files })) navigator.share({ files }).catch(() => {});
  else element("a", "", { href: URL.createObjectURL(files[0]), download: `${name}.json` }).click();
};

let explained;
addEventListener("so-tay:rescue", () => give(rescue()));

const explain = (error) => {
  console.error(error);
  if (explained) return;
  explained = true;
  const rescued = rescue();
  // A version that does not start must not stand in the way of the one that may.
  const again = () => (root.dataset.update ? dispatchEvent(new Event("so-tay:update-apply")) : location.reload());
  const start = element("main", "", { id: "start", className: "boot" });
  document.body.replaceChildren(start);
  start.append(
    element("h1", "Sổ tay làm theo"),
    element("p", reason(error), { role: "alert" }),
    element("p", "Những gì đã ghi trên máy này vẫn còn nguyên. Đừng xóa dữ liệu của trình duyệt."),
    element("button", "Tải lại", { className: "button", onclick: again }),
  );
  if (rescued) {
    const all = element("details", "");
    all.append(element("summary", "Xem và chép"), element("textarea", rescued, { readOnly: true, rows: 8, ariaLabel: "Xem và chép" }));
    start.append(
      element("p", "Để chắc chắn, có thể lưu mọi thứ trang giữ trên máy này ra một tệp, kể cả ghi chú riêng và chữ đang viết dở. Tệp này giữ cho mình; sau mở lại ở mục “Dữ liệu của tôi”."),
      element("button", "Lưu tất cả ra tệp", { className: "button-quiet", onclick: () => give(rescued) }),
      all,
    );
  }
  const back = element("p", "");
  back.append(element("a", "Về sổ tay", { className: "link", href: "#/" }));
  if (program) start.append(back);
};

// The program stopped in the middle of something: it traps, and what called it hears of that here.
// What it had saved is whole; a screen that only looks alive would lose whatever is typed into it
// from now on.
const stopped = (error) => error instanceof WebAssembly.RuntimeError && explain(error);
addEventListener("error", ({ error }) => stopped(error));
addEventListener("unhandledrejection", ({ reason: error }) => stopped(error));

const load = async (program) => {
  if (!program) {
    const { default: init } = await import(document.getElementById("app-js").href);
    return init({ module_or_path: document.getElementById("app-wasm").href });
  }
  const names = document.querySelector("meta[name=programs]").content.split(" ");
  const { href } = new URL(names.find((name) => name.startsWith(program)), document.baseURI);
  const looks = new Promise((onload, failed) => {
    const onerror = () => failed(new TypeError("no stylesheet"));
    document.head.append(element("link", "", { rel: "stylesheet", href: `${href}.css`, onload, onerror }));
  });
  const [{ default: init }, wasm] = await Promise.all([import(`${href}.js`), fetch(`${href}.wasm`), looks]);
  if (!wasm.ok) throw new TypeError("no program");
  await init({ module_or_path: wasm });
};

const isLocked = () => {
  try {
    return localStorage["so-tay/lock"] ?? localStorage["so-tay/lock/copy"];
  } catch {} // denied: nothing is kept
};

// What is locked is opened by the program that knows the lock; the others then find the storage in its hands.
const start = async () => {
  if (isLocked()) {
    const unlocked = new Promise((done) => addEventListener("so-tay:unlocked", done));
    if (program !== "data") root.dataset.awaits = "unlocked";
    await load("data");
    if (program === "data") return;
    await unlocked;
  }
  await load(program);
};

// Whoever has opened a program once finds it without a network too; and who comes back to the handbook,
// all that belongs to it.
const returning = navigator.serviceWorker?.controller && !navigator.connection?.saveData;
const keep = () => {
  const kept = program ? [program] : returning ? ["data", "papers"] : [];
  navigator.serviceWorker?.ready.then(({ active, waiting }) => {
    for (const version of [active, waiting]) kept.forEach((name) => version?.postMessage(name));
  });
};

// --- the next version ------------------------------------------------------------------------

const HOUR = 3_600_000;

const follow = (registration) => {
  // Without an active version this is the first visit: there is nothing to replace.
  const check = () => registration.waiting && registration.active && announce("update");
  check();
  registration.addEventListener("updatefound", () => registration.installing.addEventListener("statechange", check));

  addEventListener("so-tay:update-apply", () => {
    const next = registration.waiting;
    // Another tab may have let it in already.
    if (!next) return location.reload();
    next.addEventListener("statechange", () => next.state === "activated" && location.reload());
    next.postMessage("skip-waiting");
  });

  // Registering has just asked; a page that stays open for days asks when it is looked at again.
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {}); // no network: the next look will do
  });
};

// --- installation ----------------------------------------------------------------------------

let offer;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // the page asks at a better moment
  offer = event;
  announce("install");
});
addEventListener("so-tay:install", () => {
  offer?.prompt(); // works once
  offer = undefined;
  delete root.dataset.install;
});

// --- the number on the app's icon, where the system shows one --------------------------------

// As it is when the page is looked at, and when it is left.
const badge = () => {
  if (root.dataset.due) navigator.setAppBadge?.(root.dataset.due).catch(() => {}); // not allowed: no number
};
document.addEventListener("visibilitychange", badge);

// ---------------------------------------------------------------------------------------------

start()
  .then(keep, explain)
  .then(badge)
  // After the start, so that keeping the page for later does not slow its first opening. Missing
  // on plain http outside localhost, refused in some private windows: the page works without.
  .then(() => navigator.serviceWorker?.register("sw.js").then(follow))
  .catch((error) => console.warn(error));
