import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { LineReader, tooLong } from "../src/lines.js";
import { printable, unprintable, withoutCharacters } from "../src/text.js";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "..", "src", "main.js");
const layouts = join(here, "..", "..", "..", "layouts");

test("a line that arrives in pieces is one line, and several in one piece are several", () => {
  const lines: unknown[] = [];
  const reader = new LineReader((line) => lines.push(line));

  reader.push(Buffer.from("on"));
  reader.push(Buffer.from("e\ntwo\n\nthr"));
  reader.push(Buffer.from("ee\n"));

  assert.deepEqual(lines, ["one", "two", "three"]);
});

test("a letter that is cut in two by the pipe arrives whole", () => {
  const lines: unknown[] = [];
  const reader = new LineReader((line) => lines.push(line));
  const bytes = Buffer.from("€\n");

  reader.push(bytes.subarray(0, 1));
  reader.push(bytes.subarray(1));

  assert.deepEqual(lines, ["€"]);
});

test("a line beyond the bound is reported, and the next one is read", () => {
  const lines: unknown[] = [];
  const reader = new LineReader((line) => lines.push(line), 5);

  reader.push(Buffer.from("12345\n123"));
  reader.push(Buffer.from("456\nnext\n"));

  assert.deepEqual(lines, ["12345", tooLong, "next"]);
});

test("control characters and turned text are taken out, letters and line ends stay", () => {
  const data = { a: ["x\u0000y\u001b", "é\r\nß"], b: { c: "\u202eabc", d: "\ud800" }, n: 1 };

  assert.deepEqual(printable(data), { a: ["xy", "é\nß"], b: { c: "abc", d: "\ufffd" }, n: 1 });
});

test("the characters without a glyph are found in the words of the typesetter", () => {
  const words = "PDF/A-3b error: the text `\\\"中\\\"` could not be displayed";

  assert.equal(unprintable(words), "中");
  assert.equal(unprintable("something else"), "");
  assert.deepEqual(withoutCharacters({ a: "a中b" }, "中"), { a: "a?b" });
});

test("nonsense gets an answer with a reason, and the worker goes on", async () => {
  const worker = spawn(process.execPath, [main, "--layouts", layouts]);
  const answers = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string) => {
    worker.stdin.write(`${line}\n`);
    return JSON.parse((await answers.next()).value as string);
  };
  try {
    const data = { company: {} };
    assert.equal((await ask("not json")).code, "bad-request");
    assert.equal((await ask("[]")).code, "bad-request");
    assert.equal((await ask("[".repeat(200_000))).code, "bad-request");
    assert.equal((await ask('{"id":1,"kind":"dance"}')).code, "bad-request");
    assert.equal((await ask('{"id":2,"kind":"render"}')).code, "bad-request");
    const render = { id: 3, kind: "render", language: "nl", data };
    assert.equal((await ask(JSON.stringify({ ...render, layout: "../x" }))).code, "no-layout");
    assert.equal((await ask(JSON.stringify({ ...render, layout: "__proto__" }))).code, "no-layout");
    const empty = await ask(JSON.stringify({ ...render, layout: "sales-invoice" }));
    assert.deepEqual([empty.id, empty.ok, empty.code], [3, false, "bad-layout"]);
    assert.match(empty.message, /typ \(line \d+\)/);
    const language = { ...render, layout: "sales-invoice", language: "x\u0000" };
    assert.equal((await ask(JSON.stringify(language))).code, "bad-request");
    assert.equal((await ask("x".repeat(17 * 1024 * 1024))).code, "too-large");
    const ping = await ask('{"id":9,"kind":"ping"}');
    assert.deepEqual([ping.id, ping.ok], [9, true]);
  } finally {
    worker.stdin.end();
  }
  const code = await new Promise((resolve) => worker.on("exit", resolve));
  assert.equal(code, 0);
});
