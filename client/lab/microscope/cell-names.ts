/** What cells and kinds of cells are called. */

import { TISSUES } from '../../../shared/sim/embryo/body.ts';
import { PARTS } from '../../../shared/sim/embryo/network.ts';
import { GENES, Task } from '../../../shared/sim/genome.ts';
import { listed, t } from '../../i18n/i18n.ts';

/** "Muscle": by the tissue's number; 0 is no cell. */
export function tissueName(tissue: number): string {
  const name = TISSUES[tissue] ?? 'none';
  return t(`trait.${name === 'eye' ? 'eyes' : name}`);
}

/** Kinds count from 0: the tissues that cells have, or the first four cells. */
export const kindName = (colour: 'tissue' | 'lineage', kind: number): string =>
  colour === 'tissue' ? tissueName(kind + 1) : t(`lab.microscope.first.${kind}`);

const OWN_WORDS = ['growth', 'polarity', 'death'];

/** "Growth, Fat, and Blue": the tasks in whose complexes a gene (from 0) has a part. */
export function tasksOf(gene: number): string {
  const tasks = Object.entries(Task).filter(([, task]) => PARTS.some((part) => (task + part) % GENES === gene));
  return listed(
    tasks.map(([name]) =>
      t(OWN_WORDS.includes(name) ? `lab.microscope.task.${name}` : `trait.${name === 'eye' ? 'eyes' : name}`),
    ),
  );
}
