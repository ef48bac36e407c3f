import { unparse } from 'papaparse';
import type { Sheet } from '../../session/sheet.ts';

/** What spreadsheet programs take for the beginning of a formula: people may write what they like, and nothing of it shall run. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** A table as comma-separated values. Words that look like a formula get a mark before them, numbers stay as they are. */
export const csvOf = ({ headers, rows }: Sheet): string =>
  unparse({ fields: [...headers], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA });

/** Hands a table over as a file of comma-separated values. */
export function download(name: string, sheet: Sheet): void {
  const text = csvOf(sheet);
  // The mark in front tells spreadsheet programs that these are Unicode letters.
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
