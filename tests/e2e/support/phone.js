// Runs before the page's own scripts: what a story decides about the phone. Handed a second time,
// it only changes the settings, so that the clock can move on in the middle of a story.
(settings => {
  if (globalThis.__phone) return globalThis.__phone.changes(settings);
  const phone = { ...settings, ...globalThis.__standard, shared: [], picker: null, copied: null };
  Object.defineProperty(globalThis, '__phone', { value: phone });

  // The clock: only "now" is replaced, timers keep running.
  const RealDate = Date;
  const PhoneDate = new Proxy(RealDate, {
    construct: (target, args, made) => Reflect.construct(target, args.length ? args : [phone.now], made),
    apply: () => new RealDate(phone.now).toString(),
    get: (target, key) => key === 'now' ? () => phone.now : Reflect.get(target, key),
  });
  RealDate.prototype.constructor = PhoneDate;
  globalThis.Date = PhoneDate;

  // A refusal by the page's policy goes where the errors go, and outlives a reload there.
  document.addEventListener('securitypolicyviolation', event => {
    console.error(`securitypolicyviolation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });

  // Where the engine keeps no record that a story can read, the host does.
  if (phone.says) {
    const { error } = console;
    console.error = (...said) => { phone.says(said.join(' ')); error(...said); };
    addEventListener('error', ({ message, error }) => message && phone.says(`${message} ${error?.name}`));
    addEventListener('unhandledrejection', ({ reason }) => phone.says(`${reason}`));
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async text => {
      await writeText.call(navigator.clipboard, text);
      phone.copied = text;
    };
  }

  // The system's file picker is not part of the page: remember who asked, and open nothing.
  const asks = input => { phone.picker = input; };
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type === 'file') asks(this); else click.call(this);
  };
  HTMLInputElement.prototype.showPicker = function () {
    if (this.type === 'file') asks(this);
  };
  addEventListener('click', event => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
      event.preventDefault();
      asks(event.target);
    }
  }, true);
  // The page's program is called with what no caller of its own would give, and traps.
  phone.traps = async own => {
    const { default: init } = await import(own);
    const program = await init();
    setTimeout(() => { for (const one of Object.values(program)) if (typeof one === 'function') one(-16, -16, -16, -16); });
  };

  // Phones don't have these.
  delete globalThis.showOpenFilePicker;
  delete globalThis.showSaveFilePicker;

  // The share sheet. "like-chrome" takes what Chrome takes, which JSON is not.
  const takes = file => phone.share !== 'like-chrome' || /\.(txt|csv|html|pdf|png|jpe?g|webp)$/i.test(file.name);
  const canShare = data => {
    const files = [...(data?.files ?? [])];
    return files.every(takes) && Boolean(files.length || data?.text || data?.title || data?.url);
  };
  const share = async data => {
    if (!navigator.userActivation.isActive) throw new DOMException('Must be handling a user gesture', 'NotAllowedError');
    if (!canShare(data)) throw new DOMException('Permission denied', 'NotAllowedError');
    if (phone.share === 'changes-mind') throw new DOMException('Share canceled', 'AbortError');
    if (phone.share === 'fails') throw new DOMException('Internal error', 'DataError');
    const files = await Promise.all([...(data.files ?? [])].map(async file =>
      ({ name: file.name, type: file.type, text: await file.text() })));
    phone.shared.push({ title: data.title ?? null, text: data.text ?? null, url: data.url ?? null, files });
  };
  phone.changes = settings => {
    Object.assign(phone, settings);
    if (phone.userAgent) Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => phone.userAgent, configurable: true });
    for (const [name, value] of Object.entries({ share, canShare })) {
      if (phone.share === 'absent') delete Navigator.prototype[name];
      else Object.defineProperty(Navigator.prototype, name, { value, configurable: true, writable: true });
    }
  };
  phone.changes(settings);
})
