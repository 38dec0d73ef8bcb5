// What a built page consists of. One place for the hooks and the budget to agree on.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every file of a built page, as its URL relative to the page, sorted. */
export const files = (dist) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();

/** The programs beside the handbook, by the names of their binaries. Each is fetched when somebody opens it,
    and kept on that device from then on. The last is a worker of theirs and has no looks. */
export const PROGRAMS = ["desk", "data", "papers", "office"];

/** The program that a file belongs to, or their list; undefined for what a first visit downloads. */
export const programOf = (file) => ["programs", ...PROGRAMS].find((program) => file.startsWith(`${program}-`));

/** Asked for by the system at installation, which needs the network anyway; the page never shows them. */
export const installOnly = (file) => file.startsWith("icons/") && file.endsWith(".png");
