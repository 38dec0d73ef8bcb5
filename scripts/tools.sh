# Sourced, never run: finds the tools, installs what is missing, puts them on PATH.
# They live by version in a cache of the user's, so that a second clone starts at once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trunk_version=0.21.14 # 0.22 needs a newer rustc than rust-toolchain.toml names
binaryen_version=123  # wasm-opt, as a Node program
esbuild_version=0.28.2 # minifies; Trunk's own minifier fails on the glue
axe_version=4.14.1
geckodriver_version=0.36.0
names_version=0.7.1 # dom-accessibility-api: what a screen reader would say, for engines that don't tell
# The glue and the crate must be of one version, so Cargo.lock decides.
bindgen_version=$(awk -F'"' '$0 == "name = \"wasm-bindgen\"" { getline; print $2 }' Cargo.lock)

cache="${XDG_CACHE_HOME:-$HOME/.cache}/so-tay-lam-theo"

say() { printf '\n==> %s\n' "$*"; }
die() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# debian PROGRAM PACKAGE...: sees to it that PROGRAM is there.
debian() {
  local program=$1 sudo=
  shift
  if has "$program"; then return; fi
  has apt-get || die "'$program' is missing. Install it with your system's package manager (on Debian: apt-get install $*), then try again."
  if [ "$(id -u)" != 0 ]; then
    has sudo || die "'$program' is missing. As root: apt-get install $*"
    sudo=sudo
  fi
  say "Installing the Debian packages $*"
  $sudo apt-get update -q
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@" ||
    die "apt-get could not install $*."
}

# crate NAME VERSION PROGRAM [OPTION...]: a Rust program, built once.
crate() {
  local name=$1 version=$2 program=$3 dir="$cache/$3-$2"
  shift 3
  if [ ! -x "$dir/bin/$program" ]; then
    debian cc gcc libc6-dev
    say "Building $name $version, once: some minutes"
    cargo install "$name" --version "$version" --root "$dir" "$@" ||
      die "cargo could not install $name $version. Without a network, copy $dir from a machine that has it."
  fi
  PATH="$dir/bin:$PATH"
}

# npm_package NAME VERSION FILE: FILE is what must be there afterwards.
npm_package() {
  local dir="$cache/$1-$2"
  if [ ! -e "$dir/node_modules/$3" ]; then
    say "Fetching $1 $2 from npm"
    npm install --prefix "$dir" --no-audit --no-fund --ignore-scripts --loglevel=error "$1@$2" ||
      die "npm could not install $1 $2. Without a network, copy $dir from a machine that has it."
  fi
}

rust_tools() {
  has cargo || die "Rust is missing. Get it from https://rustup.rs; rust-toolchain.toml then picks the version."
  if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    has rustup || die "This Rust has no WebAssembly target. Add wasm32-unknown-unknown, or use rustup (https://rustup.rs)."
    rustup target add wasm32-unknown-unknown
  fi
}

# The standard library's own sources and crates: the page builds it anew, for size.
standard_library() {
  local library
  library="$(rustc --print sysroot)/lib/rustlib/src/rust/library"
  if [ ! -f "$library/Cargo.toml" ]; then
    has rustup || die "The sources of this Rust's standard library are missing: with rustup, 'rustup component add rust-src'."
    rustup component add rust-src
  fi
  # From its own folder: not this crate's settings.
  (cd "$library" && RUSTC_BOOTSTRAP=1 cargo fetch --locked --quiet) ||
    die "cargo could not fetch the crates of the standard library."
}

page_tools() {
  rust_tools
  standard_library
  debian node nodejs
  debian npm npm
  # Unoptimised: half the wait, and fast enough for one page.
  crate trunk $trunk_version trunk --locked --debug
  # Without --locked: its own lock file names a pre-release that cargo refuses.
  crate wasm-bindgen-cli "$bindgen_version" wasm-bindgen
  npm_package binaryen $binaryen_version .bin/wasm-opt
  npm_package esbuild $esbuild_version .bin/esbuild
  PATH="$cache/binaryen-$binaryen_version/node_modules/.bin:$cache/esbuild-$esbuild_version/node_modules/.bin:$PATH"
}

# test_tools [ENGINE]: what the stories need in Chromium, Firefox or WebKitGTK.
test_tools() {
  rust_tools
  debian node nodejs
  debian npm npm
  npm_package axe-core $axe_version axe-core/axe.min.js
  export SO_TAY_ENGINE="${1:-chromium}"
  export SO_TAY_AXE="$cache/axe-core-$axe_version/node_modules/axe-core/axe.min.js"
  export SO_TAY_DIST="$PWD/dist"
  case $SO_TAY_ENGINE in
  chromium)
    [ -n "${SO_TAY_CHROMIUM:-}" ] || debian chromium chromium fonts-liberation
    [ -n "${SO_TAY_CHROMEDRIVER:-}" ] || debian chromedriver chromium-driver
    # Reads what was printed.
    debian pdftotext poppler-utils
    export SO_TAY_CHROMIUM="${SO_TAY_CHROMIUM:-$(command -v chromium)}"
    export SO_TAY_CHROMEDRIVER="${SO_TAY_CHROMEDRIVER:-$(command -v chromedriver)}"
    return
    ;;
  firefox)
    [ -n "${SO_TAY_FIREFOX:-}" ] || debian firefox-esr firefox-esr fonts-liberation
    crate geckodriver $geckodriver_version geckodriver --locked
    export SO_TAY_FIREFOX="${SO_TAY_FIREFOX:-$(command -v firefox-esr)}"
    export SO_TAY_GECKODRIVER="$cache/geckodriver-$geckodriver_version/bin/geckodriver"
    ;;
  webkit)
    debian WebKitWebDriver webkit2gtk-driver fonts-liberation
    debian xvfb-run xvfb xauth
    export SO_TAY_WEBKITDRIVER="$(command -v WebKitWebDriver)"
    # To the list's end: a grep that stops early breaks dpkg's pipe, and so, at times, this line.
    SO_TAY_MINIBROWSER=$(dpkg -L libwebkit2gtk-4.1-0 2>/dev/null | grep '/MiniBrowser$') ||
      die "WebKitGTK's MiniBrowser is missing. On Debian it is part of libwebkit2gtk-4.1-0."
    export SO_TAY_MINIBROWSER
    ;;
  *) die "The engines are chromium, firefox and webkit, not $SO_TAY_ENGINE." ;;
  esac
  npm_package dom-accessibility-api $names_version dom-accessibility-api/package.json
  npm_package esbuild $esbuild_version .bin/esbuild
  export SO_TAY_STANDARD="$PWD/target/e2e/standard.js"
  NODE_PATH="$cache/dom-accessibility-api-$names_version/node_modules" \
    "$cache/esbuild-$esbuild_version/node_modules/.bin/esbuild" tests/e2e/support/standard.js \
    --bundle --format=iife --outfile="$SO_TAY_STANDARD" --log-level=warning
}

office_tools() {
  rust_tools
  # Without its windows: a third of the size.
  debian soffice libreoffice-writer-nogui libreoffice-calc-nogui
}

# What the engine of the stories calls itself.
engine_version() {
  case $SO_TAY_ENGINE in
  chromium) "$SO_TAY_CHROMIUM" --version ;;
  firefox) "$SO_TAY_FIREFOX" --version ;;
  webkit) echo "WebKitGTK $(dpkg-query -W -f '${Version}' libwebkit2gtk-4.1-0)" ;;
  esac
}
