/**
 * Who is whose daughter. The kernel shows where cells are but not whose they are, and two cells can be alike to the last gene: so the
 * readable reference grows the same embryo, in which every cell knows its mother.
 */
import { beginEmbryo, type Cell } from '../../sim/embryo/embryo.ts';
import { advanceCells } from '../../sim/embryo/reference.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { NEVER } from './values.ts';

/** All cells that an embryo ever had at the end of a step, numbered from 0 as they were born; the first four are 0 to 3. */
export interface Pedigree {
  /** Uint16Array[cells]: where each lived. Cells do not move. */
  readonly sites: Uint16Array;
  /** Int32Array[cells]: the number of each one's mother, smaller than its own; -1 of the first four. */
  readonly mothers: Int32Array;
  /** Uint8Array[cells]: the step after which each was first there, 0 to STEPS. */
  readonly born: Uint8Array;
  /** Uint8Array[cells]: the step after which each was there no longer, or NEVER. */
  readonly died: Uint8Array;
}

export interface PedigreeWork {
  /** Number and site of each living cell, in the order of the kernel's slots. */
  living(): { readonly number: number; readonly site: number }[];
  advance(): void;
  pedigree(): Pedigree;
}

export function beginPedigree({ genome, noiseSeed, conditions }: Seedling): PedigreeWork {
  const embryo = beginEmbryo(genome, noiseSeed, conditions);
  const numbers = new Map<Cell, number>();
  const known: { site: number; mother: number; born: number; died: number }[] = [];

  function meet(): void {
    for (const cell of embryo.cells) {
      if (numbers.has(cell)) continue;
      numbers.set(cell, known.length);
      const mother = cell.mother === null ? undefined : numbers.get(cell.mother);
      known.push({ site: cell.site, mother: mother ?? -1, born: embryo.step, died: NEVER });
    }
  }

  function mourn(before: readonly Cell[]): void {
    const living = new Set(embryo.cells);
    for (const cell of before) {
      const gone = living.has(cell) ? undefined : known[numbers.get(cell) ?? -1];
      if (gone) gone.died = embryo.step;
    }
  }

  meet();
  return {
    living: () => embryo.cells.map((cell) => ({ number: numbers.get(cell) ?? 0, site: cell.site })),
    advance() {
      const before = embryo.cells.slice();
      if (!advanceCells(embryo)) return;
      meet();
      mourn(before);
    },
    pedigree: () => ({
      sites: Uint16Array.from(known, ({ site }) => site),
      mothers: Int32Array.from(known, ({ mother }) => mother),
      born: Uint8Array.from(known, ({ born }) => born),
      died: Uint8Array.from(known, ({ died }) => died),
    }),
  };
}
