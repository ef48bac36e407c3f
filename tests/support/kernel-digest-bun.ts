/** For runInBun: prints the hashes of as many embryos as the first argument says, and the engine's version. */

import { currentKernelBytes } from './kernel.ts';
import { hashEmbryos } from './kernel-digest.ts';

const hashes = await hashEmbryos(currentKernelBytes(), 0, Number(process.argv[2]));
process.stdout.write(JSON.stringify({ hashes, bun: process.versions.bun ?? null }));
