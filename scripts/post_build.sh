#!/bin/sh
# Trunk's post_build hook: shorter names, smaller files, the programs' names, then the service worker's
# list of them all.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$TRUNK_STAGING_DIR"

# Trunk's own minifier stops at the glue's exports. The targets are the oldest browsers with the
# WebAssembly features that Rust's standard library is built with.
minify() {
  esbuild --minify --target=chrome96,safari15 --log-level=warning --allow-overwrite --outdir=. "$@"
}
# A worker starts itself: its WebAssembly has its name. Where that can't be had, whoever made it hears so.
echo '__wbg_init({ module_or_path: import.meta.url.replace(/js$/, "wasm") }).catch(() => postMessage(false));' >>office.js
[ -n "${QUICK:-}" ] || node "$here/names.mjs"
minify ./*-*.js ./desk.js ./data.js ./papers.js ./office.js ./*.css
node "$here/programs.mjs"
node "$here/precache.mjs"
minify ./sw.js
