/** The same data with every text changed by `change`; keys stay as they are. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]);
  return Object.fromEntries(pairs) as T;
}

/**
 * Without what cannot be printed in any font: control characters (tab and line end stay), halves
 * of a character, and marks that turn the direction of the text around them.
 */
export function printable<T>(data: T): T {
  return mapTexts(data, (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g, "")
      .replace(/[\p{Cs}]/gu, "\ufffd")
      .replace(/[\p{Cc}]/gu, (found) => (found === "\n" || found === "\t" ? found : "")),
  );
}

/** The characters that Typst names as having no glyph, each once; empty when it names none. */
export function unprintable(error: string): string {
  const found = new Set<string>();
  for (const [, escaped = ""] of error.matchAll(/the text `\\"(.*?)\\"` could not be/gs)) {
    const text = escaped
      .replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
      .replace(/\\/g, "");
    for (const character of text) found.add(character);
  }
  found.delete("?");
  return [...found].join("");
}

export function withoutCharacters<T>(data: T, characters: string): T {
  const missing = new Set(characters);
  return mapTexts(data, (text) =>
    [...text].map((character) => (missing.has(character) ? "?" : character)).join(""),
  );
}
