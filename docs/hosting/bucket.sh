#!/usr/bin/env bash
# The page into a bucket (S3, or anything that speaks like it):
#
#   docs/hosting/bucket.sh DIST s3://BUCKET/so-tay/ [option of `aws`, e.g. --endpoint-url https://…]
#
# Needs the program `aws` with the right to write, and a bucket that everyone may read. A bucket can't choose
# by what a browser understands, so the files lie there as gzip, which all of them do.
set -euo pipefail
dist=${1:?the folder of the built page} to=${2:?where to: s3://BUCKET/FOLDER/}
options=("${@:3}")
[[ $to == s3://*/*/ ]] || { echo "The place must be a folder of a bucket: s3://BUCKET/FOLDER/" >&2; exit 1; }
packed=$(mktemp -d)
trap 'rm -rf "$packed"' EXIT
cp -r "$dist/." "$packed"
find "$packed" -type f ! -name '*.png' -exec gzip -9n {} + -exec sh -c 'for file; do mv "$file.gz" "$file"; done' sh {} +

# put PATTERN TYPE CACHE [ENCODING]
put() {
  aws s3 cp "$packed" "$to" "${options[@]}" --recursive --only-show-errors --exclude '*' --include "$1" \
    --content-type "$2" --cache-control "$3" ${4:+--content-encoding "$4"}
}
named='public, max-age=31536000, immutable' # the name changes with the content
asked='no-cache'                            # ask each time, so that a new version is noticed

put '*.wasm' application/wasm "$named" gzip
put '*.css' 'text/css; charset=utf-8' "$named" gzip
put '*-*.js' 'text/javascript; charset=utf-8' "$named" gzip
put 'programs-*.json' application/json "$named" gzip
put 'icons/*.png' image/png "$asked"
put 'icons/*.svg' image/svg+xml "$asked" gzip
put '*.webmanifest' application/manifest+json "$asked" gzip
# What names the others comes last: until then everyone has the old version, and it is whole.
put 'index.html' 'text/html; charset=utf-8' "$asked" gzip
# The folder's own address, for buckets that don't show an index.html there.
place=${to#s3://}
aws s3api put-object "${options[@]}" --bucket "${place%%/*}" --key "${place#*/}" --body "$packed/index.html" \
  --content-type 'text/html; charset=utf-8' --cache-control "$asked" --content-encoding gzip >/dev/null
put 'sw.js' 'text/javascript; charset=utf-8' "$asked" gzip
