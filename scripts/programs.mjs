// Trunk's post_build hook: gives each program on demand one name by its content, and tells index.html.
// Trunk itself leaves a worker's name as it is.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMS } from "./files.mjs";

const path = (file) => join(process.env.TRUNK_STAGING_DIR, file);

const named = PROGRAMS.map((program) => {
  const parts = [[`${program}.js`, ".js"], [`${program}_bg.wasm`, ".wasm"], [`${program}.css`, ".css"]].filter(([file]) => existsSync(path(file)));
  const content = createHash("sha256");
  for (const [file] of parts) content.update(readFileSync(path(file)));
  const name = `${program}-${content.digest("hex").slice(0, 16)}`;
  for (const [file, ending] of parts) renameSync(path(file), path(name + ending));
  return name;
});

const page = readFileSync(path("index.html"), "utf8");
const place = '<meta name="programs" content="">';
if (!page.includes(place)) throw new Error(`index.html no longer has its line ${place}`);
writeFileSync(path("index.html"), page.replace(place, `<meta name="programs" content="${named.join(" ")}">`));
