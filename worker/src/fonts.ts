import { existsSync } from "node:fs";

/** Where distributions keep the fonts that the layouts name, best first. */
const knownFolders = [
  "/usr/share/fonts/truetype/liberation2",
  "/usr/share/fonts/liberation-sans",
  "/usr/share/fonts/truetype/dejavu",
  "/usr/share/fonts/dejavu-sans-fonts",
  "/usr/share/fonts/truetype/noto",
  "/usr/share/fonts/opentype/noto",
  "/System/Library/Fonts/Supplemental",
  "C:\\Windows\\Fonts",
];

/**
 * The folders to load, and only those: a page must look the same on every machine that has
 * them. With none of them Typst's own fonts serve, and the page is plainer but complete.
 */
export function findFontFolders(given?: string[]): string[] {
  return (given ?? knownFolders).filter((folder) => existsSync(folder));
}
