/** The longest message that is read; a thousand-line document with its logo is about 1 MB. */
export const lineBytesMax = 16 * 1024 * 1024;

/** What is handed on for a line that was too long: the line itself is never kept. */
export const tooLong = Symbol("too long");

/** Cuts a byte stream into lines and holds at most one bounded line in memory. */
export class LineReader {
  private parts: Buffer[] = [];
  private held = 0;
  private skipping = false;

  constructor(
    private readonly onLine: (line: string | typeof tooLong) => void,
    private readonly bytesMax = lineBytesMax,
  ) {}

  push(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      this.keep(rest.subarray(0, end));
      this.finish();
      rest = rest.subarray(end + 1);
    }
    this.keep(rest);
  }

  private keep(part: Buffer): void {
    this.held += part.length;
    if (this.held > this.bytesMax) {
      this.skipping = true;
      this.parts = [];
    } else if (part.length > 0) {
      this.parts.push(part);
    }
  }

  private finish(): void {
    const line = this.skipping ? tooLong : Buffer.concat(this.parts).toString("utf8");
    this.parts = [];
    this.held = 0;
    this.skipping = false;
    if (line !== "") this.onLine(line);
  }
}
