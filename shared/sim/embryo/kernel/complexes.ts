/** What a cell does is the work of complexes of six gene products each: see constants.ts. */
import { PART_B, PART_C, PART_D, PART_E, PART_F, SIXTH } from '../constants';
import { EXPRESSION, ROW } from './memory';

/** From a cell's place on: where a gene's expression lies, the even or the odd i16 of its pair's array. */
export function partOf(gene: i32): i32 {
  const wrapped = gene & 15;
  return (wrapped >> 1) * ROW + ((wrapped & 1) << 1);
}

/** Level of a task's complex, 6 × q14, in the cell whose expression begins at `cell`. */
export function levelOf(task: i32, cell: i32): i32 {
  return (
    <i32>load<i16>(cell + partOf(task)) +
    <i32>load<i16>(cell + partOf(task + PART_B)) +
    <i32>load<i16>(cell + partOf(task + PART_C)) +
    <i32>load<i16>(cell + partOf(task + PART_D)) +
    <i32>load<i16>(cell + partOf(task + PART_E)) +
    <i32>load<i16>(cell + partOf(task + PART_F))
  );
}

/** The same as a mean, q14, for the cell of offset `at`. */
export function meanOf(task: i32, at: i32): i32 {
  return (levelOf(task, EXPRESSION + at) * SIXTH) >> 16;
}

/** The same for four cells from offset `at` on. */
export function meanOfFour(task: i32, at: i32): v128 {
  const first = i32x4.add(
    i32x4.add(partOfFour(task, at), partOfFour(task + PART_B, at)),
    partOfFour(task + PART_C, at),
  );
  const second = i32x4.add(
    i32x4.add(partOfFour(task + PART_D, at), partOfFour(task + PART_E, at)),
    partOfFour(task + PART_F, at),
  );
  return i32x4.shr_s(i32x4.mul(i32x4.add(first, second), i32x4.splat(SIXTH)), 16);
}

/** One gene's expression in four cells. */
function partOfFour(gene: i32, at: i32): v128 {
  const pair = v128.load(EXPRESSION + ((gene & 15) >> 1) * ROW + at);
  return gene & 1 ? i32x4.shr_s(pair, 16) : i32x4.shr_s(i32x4.shl(pair, 16), 16);
}
