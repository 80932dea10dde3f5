import { lineBytesMax, tooLong } from "./lines.js";
import { type DocumentPrinter, type PrintJob, Refusal } from "./printing.js";

export interface Answer {
  id: number | null;
  ok: boolean;
  [key: string]: unknown;
}

/** Answers one line. Whatever it holds, the answer is a message and never an exception. */
export function answer(line: string | typeof tooLong, printer: DocumentPrinter): Answer {
  let id: number | null = null;
  try {
    if (line === tooLong) {
      throw new Refusal("too-large", `A message has ${lineBytesMax} bytes at most.`);
    }
    const message = parse(line);
    id = typeof message.id === "number" ? message.id : null;
    return { id, ok: true, ...handle(message, printer) };
  } catch (error) {
    const code = error instanceof Refusal ? error.code : "failed";
    return { id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}

function handle(message: Record<string, unknown>, printer: DocumentPrinter): object {
  switch (message.kind) {
    case "ping":
      return { node: process.version, fontFolders: printer.fontFolders };
    case "render": {
      const printed = printer.print(readJob(message));
      return { ...printed, pdf: printed.pdf.toString("base64") };
    }
    default:
      throw new Refusal("bad-request", `There is no request of kind '${String(message.kind)}'.`);
  }
}

function parse(line: string): Record<string, unknown> {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    throw new Refusal("bad-request", "The message is not JSON.");
  }
  if (!isObject(message)) throw new Refusal("bad-request", "The message is not an object.");
  return message;
}

function readJob(message: Record<string, unknown>): PrintJob {
  const { layout, language, data, attachments = [], logo } = message;
  if (typeof layout !== "string" || typeof language !== "string") {
    throw new Refusal("bad-request", "A rendering names its layout and its language.");
  }
  if (!isObject(data)) throw new Refusal("bad-request", "A rendering has its data as an object.");
  if (!Array.isArray(attachments) || !attachments.every(isAttachment)) {
    throw new Refusal("bad-request", "An attachment has a name, a mimeType and a text.");
  }
  if (logo !== undefined && typeof logo !== "string") {
    throw new Refusal("bad-request", "A logo is base64 text.");
  }
  const image = logo === undefined ? undefined : Buffer.from(logo, "base64");
  return { layout, language, data, attachments, logo: image };
}

function isAttachment(value: unknown): value is PrintJob["attachments"][number] {
  if (!isObject(value)) return false;
  return ["name", "mimeType", "text"].every((key) => typeof value[key] === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
