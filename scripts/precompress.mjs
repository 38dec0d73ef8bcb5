// node scripts/precompress.mjs DIST OUT: the built page with a brotli and a gzip twin beside each file that
// gains by it, so that a server sends them as they lie there and compresses nothing itself.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { files } from "./files.mjs";

const [dist, out] = process.argv.slice(2);
if (!dist || !out) throw new Error("usage: node scripts/precompress.mjs DIST OUT");
const list = files(dist);
cpSync(dist, out, { recursive: true });
for (const file of list.filter((name) => !name.endsWith(".png"))) {
  const data = readFileSync(join(dist, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(data, { params }));
  writeFileSync(join(out, `${file}.gz`), gzipSync(data, { level: 9 }));
}
