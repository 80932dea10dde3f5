// One JSON message per line in, one per line out; whatever else is said goes to stderr.
// The process ends when its input ends, so it never outlives the server that started it.
import { parseArgs } from "node:util";
import { findFontFolders } from "./fonts.js";
import { LineReader } from "./lines.js";
import { DocumentPrinter } from "./printing.js";
import { answer } from "./requests.js";

// A native library that prints must not break the conversation.
console.log = console.error;

const { values } = parseArgs({
  options: { layouts: { type: "string" }, fonts: { type: "string", multiple: true } },
});
if (!values.layouts) {
  console.error("usage: main.js --layouts <folder> [--fonts <folder>]...");
  process.exit(2);
}

const printer = new DocumentPrinter(values.layouts, findFontFolders(values.fonts));
const reader = new LineReader((line) => {
  process.stdout.write(`${JSON.stringify(answer(line, printer))}\n`);
});

process.stdin.on("data", (chunk: Buffer) => reader.push(chunk));
process.stdin.on("end", () => process.exit(0));
process.stdout.on("error", () => process.exit(0));
