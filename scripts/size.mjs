// What a first visit downloads, compressed as a good static host does it, against the budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { PROGRAMS, files, installOnly, programOf } from "./files.mjs";

const BUDGET = 150_000;
const dist = process.argv[2] ?? "dist";
const brotli = (data) =>
  brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  }).length;
const row = (file, raw, packed) =>
  console.log(file.padEnd(48), raw.toLocaleString("en").padStart(11), packed.toLocaleString("en").padStart(11));

const rows = files(dist).map((file) => {
  const data = readFileSync(join(dist, file));
  // Never more than the file itself: hosts send pictures as they are.
  return { file, raw: data.length, packed: Math.min(data.length, brotli(data)) };
});
const first = rows.filter(({ file }) => !programOf(file) && !installOnly(file)).sort((a, b) => b.packed - a.packed);
const total = (key, of) => of.reduce((sum, one) => sum + one[key], 0);
const sum = (label, of) => of.length && row(label, total("raw", of), total("packed", of));

console.log(`\n${"The first visit".padEnd(48)} ${"bytes".padStart(11)} ${"brotli 11".padStart(11)}`);
for (const { file, raw, packed } of first) row(file, raw, packed);
sum("all", first);
sum("not counted: icons, at installation", rows.filter(({ file }) => installOnly(file)));
for (const name of PROGRAMS) sum(`not counted: ${name}, on demand`, rows.filter(({ file }) => programOf(file) === name));

const size = total("packed", first);
const bytes = (number) => number.toLocaleString("en");
if (size > BUDGET) {
  console.error(`\nToo large: a first visit downloads ${bytes(size)} bytes (brotli 11); it may be ${bytes(BUDGET)} at most.`);
  process.exit(1);
}
console.log(`\nWithin the budget of ${bytes(BUDGET)} bytes, ${bytes(BUDGET - size)} left.`);
