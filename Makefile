# Each target is one call; the scripts say what is missing and install what can be installed.
.PHONY: run build check test test-browsers screens bench fuzz hosting

## the page on http://localhost:8080 (another port: make run PORT=9000)
run: build
	@node scripts/serve.mjs dist

## the release page in dist/, for any static host and any sub-path, with its size on the wire
build:
	@scripts/build.sh

## format, lints on both targets, native tests
check:
	@scripts/check.sh

## everything: the check, the Office files in LibreOffice, the page, and the page in a real browser
test:
	@scripts/e2e.sh install
	@scripts/office.sh install
	@$(MAKE) --no-print-directory check
	@scripts/office.sh
	@$(MAKE) --no-print-directory build
	@scripts/e2e.sh

## the stories in Chromium, Firefox and WebKitGTK; an engine that can't be had here is skipped and named
test-browsers: build
	@scripts/browsers.sh

## pictures of the screens in target/screens/
screens: build
	@scripts/e2e.sh --ignored screens

## a million hostile files, fed to every importer; some minutes
fuzz:
	@scripts/fuzz.sh

## how long 300 hand-overs take at the desk, against JSON.parse of the same bytes
bench: build
	@scripts/e2e.sh --ignored --nocapture receiving_300

## the configurations of docs/hosting/, each with its own server; half a minute
hosting: build
	@scripts/hosting.sh
