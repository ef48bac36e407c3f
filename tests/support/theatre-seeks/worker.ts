/** The page's worker in a thread of Node: the same jobs by the same code, with the kernel from a file. */

import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { createDeveloper } from '../../../client/worker/develop.ts';
import type { Reply, Request } from '../../../client/worker/jobs.ts';
import { pixelsOf } from '../../../client/worker/pixels.ts';
import { kernelFile } from '../../../server/growth/kernel.ts';
import { loadKernelSync } from '../../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../../shared/sim/embryo/kernels/current.ts';

const develop = createDeveloper(loadKernelSync(readFileSync(kernelFile(CURRENT_KERNEL))));

parentPort?.on('message', (requests: readonly Request[]) => {
  const replies = requests.map(({ id, job }): Reply => ({ id, ok: true, result: develop(job) }));
  parentPort?.postMessage(replies, pixelsOf(replies));
});
