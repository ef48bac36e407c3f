import { unparse } from 'papaparse';
import type { Sheet } from '../../session/sheet.ts';

/** Hands a table over as a file of comma-separated values. */
export function download(name: string, { headers, rows }: Sheet): void {
  const text = unparse({ fields: [...headers], data: rows.map((row) => [...row]) });
  // The mark in front tells spreadsheet programs that these are Unicode letters.
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
