// For an engine without a protocol of its own: what a screen reader would name, and what the driver
// can't do to a page. Bundled with its library, and put into the page by the host ahead of phone.js.
import { computeAccessibleName } from 'dom-accessibility-api';

// By Chromium's names for them, as the stories say them.
const INPUTS = {
  button: 'button', submit: 'button', reset: 'button', file: 'button', checkbox: 'checkbox', radio: 'radio',
  date: 'Date', month: 'Date', time: 'InputTime', number: 'spinbutton', search: 'searchbox', range: 'slider',
};
const TAGS = {
  BUTTON: 'button', SUMMARY: 'DisclosureTriangle', TEXTAREA: 'textbox', SELECT: 'combobox', OPTION: 'option',
  H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', FIELDSET: 'group', DIALOG: 'dialog',
};
const role = element => element.getAttribute('role')
  ?? (element.localName === 'input' ? INPUTS[element.type] ?? 'textbox' : element.localName === 'a' ? 'link' : TAGS[element.tagName] ?? 'generic');

const THINGS = 'button, summary, textarea, select, option, input, a[href], h1, h2, h3, h4, [role]';
const GROUPS = 'fieldset, dialog, [aria-label], [aria-labelledby]';

const name = element => element.localName === 'summary' && !element.hasAttribute('aria-label')
  ? element.innerText
  : computeAccessibleName(element);

const properties = element => ({
  checked: element.checked ?? element.getAttribute('aria-checked'),
  disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
  invalid: element.getAttribute('aria-invalid') ?? false,
  expanded: element.getAttribute('aria-expanded'),
});

const found = [];
const looks = roles => {
  found.length = 0;
  // Behind an open dialog nothing can be reached.
  const within = document.querySelector('dialog:modal') ?? document;
  const ids = new Map();
  const nodes = [];
  for (const element of within.querySelectorAll(`${THINGS}, ${GROUPS}`)) {
    const group = element.matches(GROUPS);
    const is = role(element);
    if (!group && !roles.includes(is)) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[aria-hidden=true], [inert]')) continue;
    const above = element.parentElement?.closest(GROUPS);
    const id = String(found.push(element) - 1);
    ids.set(element, id);
    const told = Object.entries(properties(element)).filter(([, value]) => value !== null).map(([key, value]) => [key, String(value)]);
    nodes.push({ id, parent: ids.get(above) ?? '', ignored: false, role: is, name: name(element), properties: told, handle: id });
  }
  return JSON.stringify(nodes);
};

const taken = files => {
  const taken = new DataTransfer();
  for (const { name, bytes } of JSON.parse(files)) {
    taken.items.add(new File([Uint8Array.from(atob(bytes), byte => byte.charCodeAt(0))], name));
  }
  return taken;
};

function picks(files) {
  this.picker.files = taken(files).files;
  for (const kind of ['input', 'change']) this.picker.dispatchEvent(new Event(kind, { bubbles: true }));
}

const drops = files => {
  const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    target.dispatchEvent(new DragEvent(kind, { dataTransfer: taken(files), bubbles: true, cancelable: true }));
  }
};

// What only the engine's own record would tell goes to the host, where it outlives the page.
// A page on its way out is no longer heard: what it was about is broken off, as it should be.
const said = [];
let leaves = false;
addEventListener('beforeunload', () => { leaves = true; });
const says = text => {
  if (!leaves) said.push(fetch(new URL('phone-says', document.baseURI), { method: 'POST', body: text, keepalive: true }).catch(() => {}));
};

globalThis.__standard = { found, looks, picks, drops, said, says };
