/** A bench's state: the creature on it and where its dials stand. It is the address, and the address is it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { decodeCreature, encodeCreature } from '../../../shared/lab/creature.ts';
import { MILD } from '../../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import type { Seedling } from '../../../shared/sim/seedling.ts';
import { type Dials, readSetting, type Values, writeSetting } from './dials.ts';

export interface BenchState<Of extends Dials = Dials> {
  readonly name: string;
  readonly dials: Of;
  /** As it was brought: its own noise seed and conditions. */
  readonly creature: Seedling;
  /** Its word: a founder's key, or all of it in letters. */
  readonly word: string;
  readonly values: Values<Of>;
  /** `#…`: the same for the same creature and dials. */
  readonly link: string;
  set<Name extends keyof Of & string>(dial: Name, value: Values<Of>[Name]): void;
  /** Several dials at once. */
  setAll(values: Partial<Values<Of>>): void;
  /** A founder's key, or a creature. */
  chooseCreature(creature: Seedling | string): void;
}

/** Browsers stop a page that writes its address more than a hundred times in half a minute: a dial is let come to rest. */
export const SETTLES_MS = 250;

/** `founder`: the key of the species that is on the bench when a link names none. */
export function useBench<Of extends Dials>(name: string, dials: Of, founder: string): BenchState<Of> {
  const [setting, setSetting] = useState(() => read(dials, founder));
  useEffect(() => {
    const follow = (): void => setSetting(read(dials, founder));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [dials, founder]);
  const { word, values } = setting;
  const link = writeSetting(word, values);
  useEffect(() => {
    // The way back leads to where the visitor came from, not through every turn of a dial.
    const written = setTimeout(() => {
      if (location.hash !== link) history.replaceState(history.state, '', `${location.pathname}${link}`);
    }, SETTLES_MS);
    return () => clearTimeout(written);
  }, [link]);
  const creature = useMemo(() => creatureOf(word), [word]);
  const setAll = (changed: Partial<Values<Of>>): void =>
    setSetting((last) => ({ ...last, values: { ...last.values, ...changed } }));
  return {
    name,
    dials,
    creature,
    word,
    values,
    link,
    setAll,
    set: (dial, value) => setAll({ [dial]: value } as unknown as Partial<Values<Of>>),
    chooseCreature: (chosen) =>
      setSetting((last) => ({ ...last, word: typeof chosen === 'string' ? chosen : encodeCreature(chosen) })),
  };
}

function read<Of extends Dials>(dials: Of, founder: string): { word: string; values: Values<Of> } {
  const { creature, values } = readSetting(location.hash, dials);
  return { word: creature !== null && decodeCreature(creature) ? creature : founder, values };
}

function creatureOf(word: string): Seedling {
  const creature = decodeCreature(word);
  if (creature) return creature;
  const [first] = FOUNDERS;
  if (!first) throw new Error('There is no founder species.');
  return { genome: first.genome, noiseSeed: 1, conditions: MILD };
}
