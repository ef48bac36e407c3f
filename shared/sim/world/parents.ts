/** Whose young may be born where: the same for who decides births and for who checks them. */
import { carryingCapacity } from './duel.ts';
import { insist } from './error.ts';
import { isSecondTwin } from './heredity.ts';
import { migrationInto } from './interventions.ts';
import { type BirthFrame, FOUNDER_PARENT, type World } from './world.ts';

/** Where the parents of a habitat's coming newborn may have lived. Where there is nobody, they are the founder. */
export interface Origins {
  /** Whether there are survivors in the habitat itself. */
  readonly home: boolean;
  /** Neighbours with survivors whose young may come. */
  readonly away: readonly number[];
  /** The chance that a newborn is of those, in 1,000ths; who dies out at home is settled by them alone. */
  readonly migration: number;
}

/** Survivors in each habitat. */
export function survivorsOf(world: World): number[] {
  const survivors = world.habitats.map(() => 0);
  for (const { habitat, cause } of world.creatures) {
    if (cause === 0) survivors[habitat] = (survivors[habitat] ?? 0) + 1;
  }
  return survivors;
}

/** `world` stands before births, the commands of that step taken in; `survivors` as from survivorsOf. */
export function originsOf(world: World, habitat: number, survivors: readonly number[]): Origins {
  const isSettled = (id: number): boolean => (survivors[id] ?? 0) > 0;
  const migration = migrationInto(world, habitat, world.tick);
  const neighbours = world.habitats[habitat]?.neighbours ?? [];
  return {
    home: isSettled(habitat),
    away: migration === null ? [] : neighbours.filter(isSettled),
    migration: migration ?? 0,
  };
}

/** Throws a FrameError unless these births can follow upon `world`, in which the commands of the step are taken in. */
export function checkParents(world: World, frame: BirthFrame): void {
  const { counts, mothers, fathers, generation } = frame;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const where = (): string => `In the births of generation ${generation + 1}`;
  insist(counts.length === world.habitats.length, () => `${where()} the number of habitats is wrong.`);
  insist(
    counts.every((count, habitat) => count <= carryingCapacity(world.settings, habitat)),
    () => `${where()} a habitat is overfull.`,
  );
  insist(mothers.length === total && fathers.length === total, () => `${where()} parents are missing.`);
  const survivors = survivorsOf(world);
  let index = 0;
  counts.forEach((count, habitat) => {
    const origins = originsOf(world, habitat, survivors);
    for (let place = 0; place < count; place++, index++) {
      const mother = mothers[index] ?? 0;
      const father = fathers[index] ?? 0;
      const possible = areParents(world, mother, father, habitat, origins, survivors);
      insist(possible, () => `${where()} creature ${index + 1} has impossible parents.`);
      const twins =
        !isSecondTwin(world, generation, place) || (mother === mothers[index - 1] && father === fathers[index - 1]);
      insist(twins, () => `${where()} the twins of habitat ${habitat + 1} have different parents.`);
    }
  });
}

/** Both the founder where nobody else can be, or two survivors of one habitat from which young can come. */
function areParents(
  world: World,
  mother: number,
  father: number,
  habitat: number,
  { home, away, migration }: Origins,
  survivors: readonly number[],
): boolean {
  if (mother === FOUNDER_PARENT || father === FOUNDER_PARENT) return mother === father && !home && away.length === 0;
  const dam = world.creatures[mother];
  const sire = world.creatures[father];
  if (dam === undefined || sire === undefined || dam.cause !== 0 || sire.cause !== 0) return false;
  if (dam.habitat !== sire.habitat) return false;
  // Only who is alone can be both.
  if ((mother === father) !== (survivors[dam.habitat] === 1)) return false;
  if (dam.habitat === habitat) return true;
  return away.includes(dam.habitat) && (!home || migration > 0);
}
