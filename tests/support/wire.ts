/** A cable between pages and a server that a test can cut: connections break as they do in life, without a goodbye. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** To be used instead of the server's. */
  readonly url: string;
  /** Bytes that have come from the server so far. */
  received(): number;
  /** Whatever is sent on the connections now open disappears, and nobody is told: as after a laptop’s sleep. */
  swallow(): void;
  /** Breaks every connection; new ones are let through again. */
  cut(): void;
  close(): Promise<void>;
}

export async function layWire(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let received = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    open.add(near).add(far);
    far.on('data', (data) => {
      received += data.length;
    });
    near.pipe(far);
    far.pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    received: () => received,
    swallow() {
      for (const socket of open) socket.unpipe().resume();
    },
    cut,
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
