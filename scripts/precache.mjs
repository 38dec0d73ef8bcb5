// Trunk's post_build hook: writes into sw.js what this build consists of, by content, so that
// a phone holds one whole version or another, never a mixture.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMS, files, installOnly, programOf } from "./files.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const sha256 = (data) => createHash("sha256").update(data);

const hashes = (list) =>
  Object.fromEntries(
    list.map((file) => [
      // Some hosts redirect /index.html to /, and a redirected answer may not open a page.
      file === "index.html" ? "./" : file,
      `sha256-${sha256(readFileSync(join(dist, file))).digest("base64")}`,
    ]),
  );
const all = files(dist);
const everyVisit = hashes(all.filter((file) => file !== "sw.js" && !programOf(file) && !installOnly(file)));
// By its content too, like what it lists.
const list = JSON.stringify(Object.fromEntries(PROGRAMS.map((name) => [name, hashes(all.filter((file) => programOf(file) === name))])));
const listed = `programs-${sha256(list).digest("hex").slice(0, 16)}.json`;
writeFileSync(join(dist, listed), list);
const build = { files: everyVisit, list: Object.entries(hashes([listed]))[0] };

const path = join(dist, "sw.js");
const source = readFileSync(path, "utf8");
const version = sha256(source + JSON.stringify(build)).digest("hex").slice(0, 16);
const placeholder = /^const BUILD = .*$/m;
if (!placeholder.test(source)) throw new Error("public/sw.js no longer has its line `const BUILD = …`");
writeFileSync(path, source.replace(placeholder, `const BUILD = ${JSON.stringify({ version, ...build })};`));
