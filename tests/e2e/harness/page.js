const $ = id => document.getElementById(id);
const say = text => { $('said').textContent = text; };
const on = (id, does) => $(id).addEventListener('click', does);

// Styles by script, since the page's policy allows no inline style.
$('far').style.marginTop = '1500px';
$('cover').style.position = 'relative';
const sheet = document.createElement('div');
Object.assign(sheet.style, { position: 'absolute', inset: '0', background: 'white' });
$('cover').append(sheet);

$('typed').value = localStorage.getItem('typed') ?? '';
$('typed').addEventListener('input', () => localStorage.setItem('typed', $('typed').value));
const count = what => { document.body.dataset[what] = Number(document.body.dataset[what] ?? 0) + 1; };
$('typed').addEventListener('compositionend', () => count('compositions'));
$('typed').addEventListener('keydown', event => event.key === 'Backspace' && count('backspaces'));
for (const id of ['branch', 'due']) $(id).addEventListener('change', () => say(`${$('branch').value} · ${$('due').value}`));

on('clock', () => say(`Bây giờ là ${new Date().toISOString()}, ${new Date(Date.now()).getHours()} giờ`));
const read = async (input, before) => say(`${before}${input.files[0].name} ${await input.files[0].text()}`);
$('file').addEventListener('change', () => read($('file'), ''));
on('other', () => {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => read(input, 'khác: '));
  input.click();
});
on('save', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['{"ten":"Bình"}'], { type: 'application/json' }));
  link.download = 'so-tay.json';
  link.click();
});
on('copy', async () => { await navigator.clipboard.writeText('Trần Thị Bình'); say('Đã chép'); });
on('share', async () => {
  if (!navigator.share) return say('Máy này không chia sẻ được');
  const file = ending => new File(['{}'], `so-tay.${ending}`, { type: 'text/plain' });
  const files = [file('json')];
  try {
    await navigator.share({ files: navigator.canShare({ files }) ? files : [file('txt')] });
    say('Đã chia sẻ');
  } catch (error) {
    say(error.name);
  }
});
// Chromium may tell of the refusal only after the request has failed.
on('foreign', () => {
  document.addEventListener('securitypolicyviolation', () => say('Đã thử'));
  fetch('http://127.0.0.1:9/page').catch(() => {});
});
on('behind', async () => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => say('Đã thử');
  active.postMessage('foreign', [port2]);
});
on('break', () => { say('Đã thử'); throw new Error('hỏng rồi'); });
on('image', () => {
  const image = new Image();
  image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
  const button = document.createElement('button');
  button.textContent = 'Sổ tay không lời';
  document.querySelector('main').append(image, button);
});
on('end', () => say('Đã tới dưới cùng'));

navigator.serviceWorker.register('sw.js');
