/** What a page says when the way to the server is troubled: what happened, and what to do. */
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';

export const words = {
  unreachable: 'The server cannot be reached. Check the connection, then reload this page.',
  serverGone:
    'The connection to the server was lost and did not come back. Reload this page to try again; your seat is kept.',
  roomGone: 'This room is no longer open. What was played in it is kept under Replays.',
  noWebSocket:
    'This network lets the page through, but not the live connection (a WebSocket) that a match needs. ' +
    'Try another network, or ask whoever runs this one to allow WebSockets to this address.',
  shutDown: 'The server is being shut down for a moment. This page will come back by itself if it can.',
  garbled: `The server sent something that this page (protocol ${PROTOCOL_VERSION}) cannot read. Reload the page to get the current version.`,
  outOfStep: 'This page’s world no longer agrees with the server’s, and could not be mended. Reload the page.',
  offline: 'You are not connected just now. Wait a moment and try again.',
  noAnswer: 'The server has not answered. Look at the table to see whether your move counted.',
  refused: 'The server refused the connection. Reload this page to try again.',
} as const;
