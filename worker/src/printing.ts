import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { printable, unprintable, withoutCharacters } from "./text.js";

/** A file that travels inside the PDF, such as the e-invoice that the page shows. */
export interface Attachment {
  name: string;
  mimeType: string;
  text: string;
  description?: string;
}

export interface PrintJob {
  layout: string;
  language: string;
  data: Record<string, unknown>;
  attachments: Attachment[];
  logo?: Buffer;
}

export interface Printed {
  pdf: Buffer;
  pages: number;
  warnings: string[];
}

/** A request that cannot be met, in words for the person who made it. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const attachmentsMax = 8;
const logoBytesMax = 2 * 1024 * 1024;
const logoFile = "logo.image";

/** Every retry names characters that no font has; a document does not have that many kinds. */
const attemptsMax = 4;

/** What was of no use to this many documents in a row leaves the memory of Typst. */
const cacheAgeMax = 2;

/** Data and a layout in, tagged PDF/A-3b out. Data is data: none of it is ever read as markup. */
export class DocumentPrinter {
  private readonly compiler: NodeCompiler;
  private readonly folder: string;

  constructor(
    layouts: string,
    readonly fontFolders: string[],
  ) {
    this.folder = resolve(layouts);
    this.compiler = NodeCompiler.create({
      workspace: this.folder,
      fontArgs: [{ fontPaths: fontFolders }],
    });
  }

  print(job: PrintJob): Printed {
    const mainFilePath = this.findLayout(job.layout);
    this.checkBounds(job);
    const logoPath = join(this.folder, logoFile);
    if (job.logo) this.compiler.mapShadow(logoPath, job.logo);
    try {
      return this.printWithKnownCharacters(mainFilePath, job);
    } finally {
      if (job.logo) this.compiler.unmapShadow(logoPath);
      this.compiler.evictCache(cacheAgeMax);
    }
  }

  private findLayout(layout: string): string {
    const path = join(this.folder, `${layout}.typ`);
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(layout) || !existsSync(path)) {
      throw new Refusal("no-layout", `There is no layout '${layout}'.`);
    }
    return path;
  }

  private checkBounds(job: PrintJob): void {
    if (!/^[a-z]{2}$/.test(job.language)) {
      throw new Refusal("bad-request", "A language is two small letters, such as nl.");
    }
    if (job.attachments.length > attachmentsMax) {
      throw new Refusal("too-large", `A document has ${attachmentsMax} attachments at most.`);
    }
    if (job.logo && job.logo.length > logoBytesMax) {
      throw new Refusal("too-large", `A logo has ${logoBytesMax} bytes at most.`);
    }
    if (job.logo && !isPicture(job.logo)) {
      throw new Refusal("bad-logo", "A logo is a PNG or a JPEG picture.");
    }
  }

  // PDF/A forbids a blank box where a letter should be, so characters that no font has are
  // replaced by a question mark and named in a warning. The attachments keep them.
  private printWithKnownCharacters(mainFilePath: string, job: PrintJob): Printed {
    let data = printable(job.data);
    let missing = "";
    for (let attempt = 1; ; attempt++) {
      const document = this.compile(mainFilePath, { ...job, data });
      try {
        const pdf = this.compiler.pdf(document, { pdfStandard: "a-3b" });
        const warnings = missing ? [`No font here has these characters: ${missing}`] : [];
        return { pdf, pages: document.numOfPages, warnings };
      } catch (error) {
        const found = unprintable(String(error));
        if (!found || attempt === attemptsMax) throw new Refusal("no-pdf", firstMessage(error));
        missing += found;
        data = withoutCharacters(data, found);
      }
    }
  }

  private compile(mainFilePath: string, job: PrintJob): NodeTypstDocument {
    const { language, data, attachments } = job;
    const input = JSON.stringify({ ...data, language, attachments, hasLogo: job.logo != null });
    const compiled = this.compiler.compile({ mainFilePath, inputs: { data: input } });
    const document = compiled.result;
    if (document) return document;
    const error = compiled.takeError();
    const details = error ? this.compiler.fetchDiagnostics(error) : [];
    throw new Refusal("bad-layout", details.map(describe).join("\n") || "The layout has an error.");
  }
}

interface Detail {
  path?: string;
  range?: { start?: { line: number } };
  message?: string;
}

function describe(detail: Detail): string {
  const line = detail.range?.start ? ` (line ${detail.range.start.line + 1})` : "";
  const file = detail.path?.split(/[\\/]/).pop() ?? "layout";
  return `${file}${line}: ${detail.message ?? "error"}`;
}

function firstMessage(error: unknown): string {
  const text = String(error);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.slice(0, 500);
}

function isPicture(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4).toString("hex");
  return start === "89504e47" || start.startsWith("ffd8ff");
}
