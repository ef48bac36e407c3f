/** Of what the card tells: commit, kernel, seeds. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import type { Provenance } from './card.ts';

/** Whatever can change a number. */
const MEASURED = ['shared', 'server/model-card', 'package-lock.json'];

/** `root`: the repository. Without git (an unpacked archive, say) the commit is “unknown”. */
export async function provenanceOf(root: string, seed: number, seeds: readonly number[]): Promise<Provenance> {
  const git = async (...args: string[]): Promise<string | null> => {
    try {
      return (await promisify(execFile)('git', args, { cwd: root })).stdout.trim();
    } catch {
      return null;
    }
  };
  const commit = await git('rev-parse', 'HEAD');
  const changes = await git('status', '--porcelain', '--', ...MEASURED);
  return {
    commit: commit ?? 'unknown',
    clean: changes === '',
    kernel: CURRENT_KERNEL,
    founders: FOUNDERS.length,
    seed,
    seeds,
  };
}
