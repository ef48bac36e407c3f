import { expect, test } from 'vitest';
import { withOwnHost } from '../../client/net/client.ts';

test('a path of the one address is reached at the page’s own host and port, in the same manner', () => {
  const own = (address: string, origin: string): string => withOwnHost(new URL(address), origin);
  expect(own('wss://here.invalid/2/process/room?sessionId=s', 'https://play.example.org')).toBe(
    'wss://play.example.org/2/process/room?sessionId=s',
  );
  expect(own('ws://here.invalid/1/process/room?sessionId=s', 'http://192.168.1.7:2567')).toBe(
    'ws://192.168.1.7:2567/1/process/room?sessionId=s',
  );
  expect(own('wss://here.invalid/1/process/room', 'https://[2001:db8::1]:8443')).toBe(
    'wss://[2001:db8::1]:8443/1/process/room',
  );
});

test('a process with a host of its own is reached there', () => {
  for (const address of [
    'wss://play-2.example.org/process/room',
    'ws://localhost:2567/a/b',
    'ws://here.invalid.org/1',
  ]) {
    expect(withOwnHost(new URL(address), 'http://elsewhere:1')).toBe(address);
  }
});
