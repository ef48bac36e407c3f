/** For runInBun: prints the digest of as many embryos as the first argument says, and the engine's name. */

import { currentKernelBytes } from './kernel.ts';
import { digestEmbryos } from './kernel-digest.ts';

const digest = await digestEmbryos(currentKernelBytes(), Number(process.argv[2]));
process.stdout.write(JSON.stringify({ digest, bun: process.versions.bun ?? null }));
