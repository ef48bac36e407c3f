/**
 * Run as a process of its own: a server with the configuration that its environment gives, and with the pages that PROBE_PAGES names. Tells its parent its port and its log, and
 * when asked how much memory it holds; fills and frees the disk of its data folder, which only it may see; tells its pages a great deal.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import { startServer } from '../../server/app.ts';
import { closeOnSignals, run } from '../../server/cli/signals.ts';
import { readConfig } from '../../server/config.ts';
import { servePages } from '../../server/http/pages.ts';
import { ROOM } from '../../shared/protocol/wire.ts';
import type { ToParent } from './probed.ts';

const tell = (report: ToParent): void => void process.send?.(report);

/** Down to its last byte. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'filler'), 'w');
  for (let size = 1 << 20; size >= 1; size >>>= 1) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch {
      // So much does not fit any more; less may.
    }
  }
  closeSync(file);
}

/** Tells everybody in every room a great deal: as hours of a large class do. */
async function shout(): Promise<void> {
  const much = new Uint8Array(32 * 1024);
  for (const { roomId } of await matchMaker.query({ name: ROOM })) {
    matchMaker.getLocalRoomById(roomId).broadcastBytes('much', much, {});
  }
}

run(async () => {
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const pages = process.env.PROBE_PAGES;
  const server = await startServer(read.config, pages === undefined ? undefined : servePages(pages), {
    write: (line) => tell({ kind: 'log', line }),
  });
  closeOnSignals(server);
  process.on('message', async (asked) => {
    if (asked === 'fill') fill(read.config.dataDir);
    if (asked === 'free') rmSync(join(read.config.dataDir, 'filler'));
    if (asked === 'shout') await shout();
    // What is garbage after the first time may hold more that is so after the second.
    for (let time = 0; time < 2; time++) globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    tell({ kind: 'done', bytes: heapUsed + external });
  });
  // The test that started it has gone.
  process.on('disconnect', () => process.exit(1));
  tell({ kind: 'port', port: server.port });
});
