// Serves a built page exactly as it lies on disk: nothing injected, nothing rewritten.
// PORT and HOST by environment; HOST=0.0.0.0 lets a phone on the same network open it.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const root = resolve(process.argv[2] ?? "dist");
const port = Number(process.env.PORT || 8080);
const host = process.env.HOST || "localhost";
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The file that a URL names, or nothing: not found, not under the root, not even a URL. */
const find = (url) => {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    const stat = statSync(file);
    return file.startsWith(root + sep) && stat.isFile() ? { file, stat } : undefined;
  } catch {
    return undefined;
  }
};

const server = createServer((request, response) => {
  const found = find(request.url);
  if (!found) return response.writeHead(404).end("404");
  const modified = found.stat.mtime.toUTCString();
  // Always ask: a developer rebuilds between two visits.
  const headers = { "Cache-Control": "no-cache", "Last-Modified": modified };
  if (request.headers["if-modified-since"] === modified) return response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    "Content-Length": found.stat.size,
    "Content-Type": types[extname(found.file)] ?? "application/octet-stream",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(found.file).pipe(response);
});

server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE" ? `\nPort ${port} is taken. Choose another: make run PORT=${port + 1}` : `\n${error.message}`,
  );
  process.exit(1);
});
server.listen(port, host, () => console.log(`\n==> Sổ tay làm theo: http://localhost:${port}/   (Ctrl+C stops it)\n`));
