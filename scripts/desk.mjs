// Trunk's post_build hook: gives the desk's three files one name by their content, and tells
// index.html. Trunk itself leaves a worker's name as it is.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const path = (file) => join(process.env.TRUNK_STAGING_DIR, file);
const parts = [["desk.js", ".js"], ["desk_bg.wasm", ".wasm"], ["desk.css", ".css"]];

const content = createHash("sha256");
for (const [file] of parts) content.update(readFileSync(path(file)));
const name = `desk-${content.digest("hex").slice(0, 16)}`;
for (const [file, ending] of parts) renameSync(path(file), path(name + ending));

const page = readFileSync(path("index.html"), "utf8");
const place = '<meta name="desk" content="">';
if (!page.includes(place)) throw new Error(`index.html no longer has its line ${place}`);
writeFileSync(path("index.html"), page.replace(place, `<meta name="desk" content="${name}">`));
