/** Links into the lab, as a lesson may name them: a bench, and how it shall stand. */
import { decodeCreature } from './creature.ts';

/** The benches, by the names that addresses have. */
export const BENCH_NAMES = [
  'twins',
  'microscope',
  'landscape',
  'knock-outs',
  'twin-study',
  'between',
  'compression',
  'training',
  'metaphors',
  'herbarium',
] as const;

/** Why this is no link such as `twins#c=gladmask&count=12` (a bench, its creature, its dials), as the end of a sentence; else null. */
export function faultOfBenchLink(link: string): string | null {
  const [bench = '', setting = '', ...rest] = link.split('#');
  if (!BENCH_NAMES.some((name) => name === bench)) return `names a bench “${bench}” that the lab does not have`;
  const dials = [...new URLSearchParams(setting)];
  if (rest.length > 0 || new URLSearchParams(dials).toString() !== setting) return 'is no address that can be typed';
  const creature = dials.find(([name]) => name === 'c')?.[1];
  if (creature === undefined || decodeCreature(creature) === null) return 'brings no creature (c=…) that is known';
  return null;
}
