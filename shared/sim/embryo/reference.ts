/**
 * Development, readable: this file, with those beside it that it calls, is the specification, and the kernel must equal it byte for
 * byte. It is written to be read, not to be fast. MODEL.md tells the same in words.
 */
import { GENES } from '../genome.ts';
import { type BeginGrowth, BODY_BYTES, type Body, type Grow, SITES, STEPS } from './body.ts';
import { paintCoat } from './coat.ts';
import { divideAndDie } from './divide.ts';
import { beginEmbryo, type Embryo } from './embryo.ts';
import { diffuse, express } from './express.ts';
import { checkPerturbation, holdable } from './microscope.ts';
import { settle } from './settle.ts';

/** One developmental step; false when growth had ended. */
function advanceEmbryo(embryo: Embryo): boolean {
  if (!advanceCells(embryo)) return false;
  if (embryo.step === STEPS) embryo.coat = paintCoat(embryo);
  return true;
}

/** The same without the coat, which comes with the last step and changes no cell: for who follows cells only. */
export function advanceCells(embryo: Embryo): boolean {
  if (embryo.step >= STEPS) return false;
  for (const cell of embryo.cells) express(embryo, cell);
  diffuse(embryo);
  divideAndDie(embryo);
  embryo.step++;
  return true;
}

function bodyOf(embryo: Embryo): Body {
  const body = new Uint8Array(BODY_BYTES);
  settle(embryo, body);
  if (embryo.coat) body.set(embryo.coat, 4 * SITES);
  return body;
}

function expressionOf({ cells }: Embryo): Int16Array {
  const values = new Int16Array(GENES * cells.length);
  cells.forEach(({ expression }, c) => {
    for (let g = 0; g < GENES; g++) values[g * cells.length + c] = expression[g] ?? 0;
  });
  return values;
}

function perturb({ cells, step }: Embryo, values: Int16Array): void {
  checkPerturbation(values, cells.length, step === STEPS);
  cells.forEach(({ expression }, c) => {
    for (let g = 0; g < GENES; g++) expression[g] = holdable(values[g * cells.length + c] ?? 0);
  });
}

export const beginGrowth: BeginGrowth = (genome, noiseSeed, conditions) => {
  const embryo = beginEmbryo(genome, noiseSeed, conditions);
  return {
    get step() {
      return embryo.step;
    },
    advance: () => advanceEmbryo(embryo),
    body: () => bodyOf(embryo),
    sites: () => Uint16Array.from(embryo.cells, ({ site }) => site),
    expression: () => expressionOf(embryo),
    setExpression: (values) => perturb(embryo, values),
  };
};

export const grow: Grow = (genome, noiseSeed, conditions) => {
  const embryo = beginEmbryo(genome, noiseSeed, conditions);
  while (advanceEmbryo(embryo));
  return bodyOf(embryo);
};
