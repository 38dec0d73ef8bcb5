// node scripts/hosting.mjs DIST: starts each server of docs/hosting/ with its configuration, as little changed
// as a test must (the port, the folders), asks for every file, and opens the page in Chromium.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { files } from "./files.mjs";

const dist = resolve(process.argv[2] ?? "dist");
const here = mkdtempSync(join(tmpdir(), "so-tay-hosting-"));
const text = (path) => readFileSync(path, "utf8");
const free = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
/** The configuration with each of these pieces, of which it has just one, in place of another. */
const changed = (source, pieces) =>
  pieces.reduce((now, [from, to]) => {
    assert.equal(now.split(from).length, 2, `the configuration has ${from} once`);
    return now.replace(from, () => to);
  }, source);

const ask = (url, encoding = "identity") =>
  new Promise((answered, failed) => {
    const request = get(url, { headers: { "Accept-Encoding": encoding } }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", failed);
  });
const until = async (url) => {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await ask(url).then(() => true, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nobody answers at ${url}`);
};

// --- what is looked at -----------------------------------------------------------------------

const TYPES = {
  html: /^text\/html; ?charset=utf-8$/i,
  js: /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
  css: /^text\/css(; ?charset=utf-8)?$/i,
  wasm: /^application\/wasm$/,
  json: /^application\/json(; ?charset=utf-8)?$/i,
  webmanifest: /^application\/manifest\+json(; ?charset=utf-8)?$/i,
  svg: /^image\/svg\+xml(; ?charset=utf-8)?$/i,
  png: /^image\/png$/,
};
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
const policy = text(join(dist, "index.html")).match(/http-equiv="?Content-Security-Policy"? content="([^"]+)"/)[1];
const HEADERS = {
  "content-security-policy": `${policy}; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

const file = async (base, name, packings, headers) => {
  const kept = readFileSync(join(dist, name || "index.html"));
  const ending = (name || "index.html").split(".").pop();
  for (const encoding of packings) {
    const { status, headers: found, body } = await ask(base + name, encoding);
    const where = `${base}${name} (${encoding})`;
    assert.equal(status, 200, where);
    assert.match(found["content-type"], TYPES[ending], where);
    const packed = UNPACK[found["content-encoding"]];
    assert.equal(found["content-encoding"], ending === "png" || encoding === "identity" ? undefined : encoding, where);
    assert.ok((packed ? packed(body) : body).equals(kept), `${where}: other bytes than in dist/`);
    const named = /-[0-9a-f]{8,16}(_bg)?\.(js|css|json|wasm)$/.test(name);
    assert.match(found["cache-control"], named ? /immutable/ : /^no-cache$/, where);
    for (const [header, value] of Object.entries(headers)) assert.equal(found[header], value, `${where}: ${header}`);
  }
};

// Chromium's advice, not trouble: the page offers its installation itself, and every visit fetches the handbook.
const ADVICE = /Banner not shown|was preloaded using link preload but not used/;

/** Chromium shows the handbook's first screen, and the desk, which is fetched on demand. */
const opens = (base) => {
  for (const [route, words] of [["#/", "Sổ tay của riêng mình"], ["#/chi-bo", "chi bộ"]]) {
    const profile = mkdtempSync(join(here, "chromium-"));
    const log = join(profile, "log");
    const flags = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", `--user-data-dir=${profile}`,
      "--enable-logging", `--log-file=${log}`, "--virtual-time-budget=20000", "--dump-dom",
    ];
    const page = execFileSync(process.env.SO_TAY_CHROMIUM, [...flags, base + route], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    assert.ok(!page.includes('id="start"'), `${base}${route} does not start`);
    assert.match(page, new RegExp(`<h1[^>]*>[^<]*${words}|<h1[\\s\\S]*${words}`), base + route);
    const said = text(log).split("\n").filter((line) => line.includes(":CONSOLE") && !ADVICE.test(line));
    assert.deepEqual(said, [], `${base}${route} says on its console`);
  }
};

const everything = async (name, base, packings, headers) => {
  for (const one of ["", ...files(dist)]) await file(base, one, packings, headers);
  assert.ok([403, 404].includes((await ask(`${base}khong-co.js`)).status), `${base}: what is not there`);
  opens(base);
  console.log(`${name.padEnd(8)} ${base.padEnd(40)} ${files(dist).length} files, ${packings.join(", ")}`);
};

// --- the servers -----------------------------------------------------------------------------

const started = [];
const start = (program, args, env = {}) => {
  const log = [];
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => log.push(part));
  child.log = () => Buffer.concat(log).toString();
  started.push(child);
};

/** The page at the root, and once more in a folder of it. */
const site = join(here, "site");
const precompress = (to) => execFileSync("node", ["scripts/precompress.mjs", dist, to]);
const both = async (name, port) => {
  const base = `http://localhost:${port}/`;
  await until(base);
  for (const place of [base, `${base}so-tay/`]) await everything(name, place, ["br", "gzip", "identity"], HEADERS);
  const { status, headers } = await ask(`${base}so-tay`);
  assert.ok([301, 302, 307, 308].includes(status) && new URL(headers.location, base).href === `${base}so-tay/`, `${name}: /so-tay leads to /so-tay/`);
};

const nginx = async () => {
  const port = await free();
  const conf = changed(text("docs/hosting/nginx.conf"), [["listen 80;", `listen 127.0.0.1:${port};`], ["root /srv/so-tay;", `root ${site};`]]);
  writeFileSync(join(here, "nginx-server.conf"), conf);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${here}/${kind};`);
  writeFileSync(join(here, "nginx.conf"), `
    load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    daemon off; pid ${here}/nginx.pid; error_log stderr; worker_processes 1;
    ${process.getuid() === 0 ? "user root;" : ""}
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${paths.join(" ")} include ${here}/nginx-server.conf; }`);
  start("nginx", ["-e", "stderr", "-c", join(here, "nginx.conf"), "-p", here]);
  await both("nginx", port);
};

const caddy = async () => {
  const port = await free();
  const conf = changed(text("docs/hosting/Caddyfile"), [["so-tay.example.vn {", `http://localhost:${port} {`], ["root * /srv/so-tay", `root * ${site}`]]);
  writeFileSync(join(here, "Caddyfile"), `{\n\tadmin off\n}\n${conf}`);
  start("caddy", ["run", "--adapter", "caddyfile", "--config", join(here, "Caddyfile")], { XDG_CONFIG_HOME: here, XDG_DATA_HOME: here });
  await both("caddy", port);
};

const bucket = async () => {
  const port = await free();
  const host = `http://localhost:${port}/`;
  start("moto_server", ["-H", "127.0.0.1", "-p", String(port)]);
  await until(host);
  const env = { ...process.env, AWS_ACCESS_KEY_ID: "nobody", AWS_SECRET_ACCESS_KEY: "nothing", AWS_DEFAULT_REGION: "us-east-1" };
  const aws = (...args) => execFileSync("aws", [...args, "--endpoint-url", host], { env, stdio: ["ignore", "ignore", "inherit"] });
  aws("s3api", "create-bucket", "--bucket", "chi-bo");
  const readable = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::chi-bo/*" }] };
  aws("s3api", "put-bucket-policy", "--bucket", "chi-bo", "--policy", JSON.stringify(readable));
  execFileSync("docs/hosting/bucket.sh", [dist, "s3://chi-bo/so-tay/", "--endpoint-url", host], { env, stdio: "inherit" });
  // It has one form of each file and no headers of ours: the page's own policy holds.
  await everything("bucket", `${host}chi-bo/so-tay/`, ["gzip"], {});
};

try {
  mkdirSync(site);
  precompress(site);
  precompress(join(site, "so-tay"));
  for (const host of [nginx, caddy, bucket]) await host();
} catch (error) {
  for (const child of started) console.error(child.log());
  throw error;
} finally {
  for (const child of started) child.kill();
  rmSync(here, { recursive: true, force: true, maxRetries: 5 });
}
