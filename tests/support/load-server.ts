/**
 * Run as a process of its own: a server with all its defaults and its database in the folder given. Tells its parent its port,
 * each frame that goes out with when it was due, and from time to time how it is.
 */
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startServer } from '../../server/app.ts';
import { closeOnSignals, run } from '../../server/cli/signals.ts';
import { readConfig } from '../../server/config.ts';
import { type FromServer, LOOK_MS, steadyMs, tickOf } from './load-reports.ts';

const LAG_RESOLUTION_MS = 5;
const [dataDir = ''] = process.argv.slice(2);
const tell = (report: FromServer): void => void process.send?.(report);

run(async () => {
  subscribe('twinfold.frame', (message) => {
    if (!isFrame(message)) return;
    const late = performance.now() - message.dueAt;
    const at = steadyMs();
    tell({ kind: 'frame', room: message.room, tick: tickOf(message.bytes), at, dueAt: at - late });
  });
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const server = await startServer(read.config, undefined, { write: (line) => tell({ kind: 'log', line }) });
  closeOnSignals(server);
  tell({ kind: 'port', port: server.port });
  lag.enable();
  // Its parent says when what it measures begins.
  process.on('message', () => lag.reset());
  setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    const lagMs = Math.max(0, lag.percentile(99) / 1e6 - LAG_RESOLUTION_MS);
    const worstLagMs = Math.max(0, lag.max / 1e6 - LAG_RESOLUTION_MS);
    tell({ kind: 'look', at: steadyMs(), rss, heapUsed, external, lagMs, worstLagMs });
  }, LOOK_MS).unref();
});

function isFrame(message: unknown): message is { room: string; bytes: Uint8Array; dueAt: number } {
  return typeof message === 'object' && message !== null && 'dueAt' in message;
}
