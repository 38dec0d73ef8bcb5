// Trunk's post_build hook: makes a program small, and gives what its two halves, WebAssembly and its
// glue, share between them names of a letter or two. wasm-bindgen's carry a hash each: 4 KB of a first
// visit.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMS } from "./files.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const options = [
  // What counts is the size after compression: -Oz makes a smaller program that compresses worse.
  "-O2",
  "--skip-pass=simplify-locals",
  // rustc has inlined what is worth it; more of it only makes unlike what was like.
  "--one-caller-inline-max-function-size=20",
  "--always-inline-max-function-size=4",
  // The first 1,024 bytes are the end of the stack, which begins 500 KB above.
  "--low-memory-unused",
  // Like stands beside like, which a compressor sees. By the names that wasm-bindgen leaves in for it.
  "--reorder-functions-by-name",
  "--strip-debug",
  "--strip-producers",
  "--strip-target-features",
  "--minify-imports-and-exports-and-modules",
  ...features.map((name) => `--enable-${name}`),
];

const shorten = (wasm, glue) => {
  // It tells on its output what it calls each of them: "old => new".
  const told = execFileSync("wasm-opt", [...options, wasm, "-o", wasm], { encoding: "utf8" });
  const names = new Map(told.trim().split("\n").map((line) => line.split(" => ")));

  const short = (all, before, name) => (names.has(name) ? before + names.get(name) : all);
  const renamed = readFileSync(glue, "utf8")
    .replace(/(\bwasm\.)(\w+)/g, short)
    .replace(/^(\s*)(\w+)(?=: )/gm, short)
    .replace(/"\.\/[\w-]+_bg\.js"/, "a");
  writeFileSync(glue, renamed);

  // Whatever was overlooked would stop the page.
  const module = new WebAssembly.Module(readFileSync(wasm));
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from !== "a" || !renamed.includes(` ${name}: `)) throw new Error(`${glue} lacks the import ${from} ${name}`);
  }
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  for (const [, name] of renamed.matchAll(/\bwasm\.([\w$]+)/g)) {
    if (!exported.has(name)) throw new Error(`${glue} asks for the export ${name}`);
  }
};

const programs = readdirSync(dist).filter((file) => file.endsWith("_bg.wasm"));
if (programs.length !== 1 + PROGRAMS.length) throw new Error(`Expected the handbook, ${PROGRAMS} in ${dist}, found ${programs}`);
for (const wasm of programs) shorten(join(dist, wasm), join(dist, wasm.replace("_bg.wasm", ".js")));
