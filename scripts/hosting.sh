#!/usr/bin/env bash
# Tries each configuration of docs/hosting/ with its own server over dist/ (after `make build`): nginx, Caddy,
# and a bucket as moto imitates it. Each at the root of a host and in a folder, then in Chromium.
. "$(dirname "$0")/tools.sh"

moto_version=5.2.5
awscli_version=1.46.3

[ -f dist/index.html ] || die "There is no page in dist/ yet: make build"
debian node nodejs
[ -n "${SO_TAY_CHROMIUM:-}" ] || debian chromium chromium fonts-liberation
export SO_TAY_CHROMIUM="${SO_TAY_CHROMIUM:-$(command -v chromium)}"
PATH="$PATH:/usr/sbin"
debian nginx nginx-light libnginx-mod-http-brotli-static
[ -f /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] ||
  die "nginx has no module for brotli. On Debian: apt-get install libnginx-mod-http-brotli-static"
debian caddy caddy

bucket_tools="$cache/bucket-$moto_version-$awscli_version"
if [ ! -x "$bucket_tools/bin/aws" ]; then
  debian python3 python3-venv
  say "Fetching moto $moto_version and awscli $awscli_version from PyPI"
  python3 -m venv "$bucket_tools"
  "$bucket_tools/bin/pip" install --quiet "moto[server]==$moto_version" "awscli==$awscli_version" ||
    die "pip could not install them."
fi
PATH="$bucket_tools/bin:$PATH"
say "The page as docs/hosting/ serves it"
node scripts/hosting.mjs dist
