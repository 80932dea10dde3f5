const FILE_KEPT_MS = 60_000;

/** Saves a file under a name of its own. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FILE_KEPT_MS);
}

/** In a window of its own, so that the record stays where it is. */
export function showFile(file: Blob): void {
  const address = URL.createObjectURL(file);
  window.open(address, '_blank');
  setTimeout(() => URL.revokeObjectURL(address), FILE_KEPT_MS);
}
