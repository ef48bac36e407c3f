/** The creature in what somebody pasted. */
import { decodeCreature, encodeCreature } from '../../../shared/lab/creature.ts';
import { edited, readEdits } from '../../../shared/lab/herbarium-edits.ts';
import { fromLetters } from '../../../shared/lab/letters.ts';
import { MILD } from '../../../shared/sim/embryo/body.ts';
import { GENOME_BYTES } from '../../../shared/sim/genome.ts';
import { fetchCreature } from '../../net/creatures.ts';

/** Its word: of a link of any bench, with its edits, of the short link of one that the server keeps, or of its letters; null for anything else. */
export async function creatureIn(said: string): Promise<string | null> {
  const setting = new URLSearchParams(said.slice(said.indexOf('#') + 1));
  const word = setting.get('c') ?? said.trim();
  const creature = decodeCreature(word);
  if (creature) {
    const edits = readEdits(setting.get('edits') ?? '') ?? [];
    return edits.length === 0 ? word : encodeCreature({ ...creature, genome: edited(creature.genome, edits) });
  }
  const kept = setting.get('kept');
  if (kept !== null) {
    const found = await fetchCreature(kept);
    return found.ok ? found.value.creature : null;
  }
  const genome = fromLetters(said);
  return genome?.length === GENOME_BYTES ? encodeCreature({ genome, noiseSeed: 1, conditions: MILD }) : null;
}
