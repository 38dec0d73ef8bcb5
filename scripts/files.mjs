// What a built page consists of. One place for the hook and the budget to agree on.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every file of a built page, as its URL relative to the page, sorted. */
export const files = (dist) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();

/** Fetched when somebody opens the branch's desk, and kept on that device from then on. */
export const ofDesk = (file) => file.startsWith("desk-");

/** Fetched when somebody asks for it, and by nobody else: the desk, and what writes office files. */
export const onDemand = (file) => ofDesk(file) || file.startsWith("office");

/** Asked for by the system at installation, which needs the network anyway; the page never shows them. */
export const installOnly = (file) => file.startsWith("icons/") && file.endsWith(".png");
