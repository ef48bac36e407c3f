import { unparse } from 'papaparse';
import type { Sheet } from '../../session/sheet.ts';
import { saveFile } from '../parts/save-file.ts';

/** What spreadsheet programs take for the beginning of a formula: people may write what they like, and nothing of it shall run. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** Tells spreadsheet programs that what follows are Unicode letters. */
const UNICODE = '\ufeff';
export const LINE_END = '\r\n';

/** A table as comma-separated values. Words that look like a formula get a mark before them, numbers stay as they are. */
export const csvOf = ({ headers, rows }: Sheet): string =>
  unparse({ fields: [...headers], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA });

/** Rows without their headers. */
export const csvRows = (rows: Sheet['rows']): string =>
  unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA, newline: LINE_END },
  );

/** A file of comma-separated values from its pieces. */
export const csvFile = (pieces: readonly string[]): Blob =>
  new Blob([UNICODE, ...pieces], { type: 'text/csv;charset=utf-8' });

/** Hands a table over as a file of comma-separated values. */
export const download = (name: string, sheet: Sheet): void => saveFile(`${name}.csv`, csvFile([csvOf(sheet)]));
