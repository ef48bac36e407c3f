/**
 * A page's end of the line, for thousands in one process: it says byte for byte what the SDK says (tests/server/load-end.test.ts
 * holds the two side by side), hears everything, and decodes schema state only where it is asked to.
 */
import { type Decoder, decode, encode, Reflection } from '@colyseus/schema';
import { Protocol } from 'colyseus.js';
import { Packr, RESERVE_START_SPACE, unpack } from 'msgpackr';
import WebSocket from 'ws';

/** What came, as it comes. */
export interface Heard {
  /** A message of the room, unpacked. */
  message(type: string, payload: unknown): void;
  /** The same of one that is bytes. */
  bytes(type: string, bytes: Uint8Array): void;
  /** Schema state has come or changed; only for an end that decodes it. */
  state?(state: unknown): void;
  /** The connection has ended, by whomever. */
  closed(code: number): void;
}

export interface LoadEnd {
  readonly roomId: string;
  readonly sessionId: string;
  /** For what no page says. */
  readonly socket: WebSocket;
  send(type: string, payload: unknown): void;
  /** Asks to leave, as a page does that is closed; `closed` follows. */
  leave(): void;
}

/** Payload bytes of all ends that share it. */
export interface Traffic {
  received: number;
  sent: number;
}

export interface WayIn {
  readonly method: 'create' | 'joinById';
  /** A room's name for `create`, its id for `joinById`. */
  readonly room: string;
  readonly options: object;
}

const HEADER_BYTES = 64;
/** Modifiers of a message take the bits above. */
const CODE_MASK = 0x1f;

/** Resolves as soon as the room has let it in. Rejects with what the server said when it does not. */
export async function openLoadEnd(origin: string, way: WayIn, heard: Heard, traffic: Traffic): Promise<LoadEnd> {
  const { roomId, sessionId, processId } = await reserve(origin, way);
  const address = `${origin.replace(/^http/, 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const packr = new Packr();
  const header = new Uint8Array(HEADER_BYTES);
  let decoder: Decoder | undefined;

  const sendOn = (data: Uint8Array): void => {
    traffic.sent += data.byteLength;
    socket.send(data);
  };

  const end: LoadEnd = {
    ...{ roomId, sessionId, socket },
    send(type, payload) {
      header[0] = Protocol.ROOM_DATA;
      const it = { offset: 1 };
      encode.string(header, type, it);
      const data = packr.pack(payload, RESERVE_START_SPACE | it.offset);
      data.set(header.subarray(0, it.offset), 0);
      sendOn(data);
    },
    leave: () => sendOn(Uint8Array.of(Protocol.LEAVE_ROOM)),
  };

  return new Promise<LoadEnd>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`The room ${roomId} closed the door: ${code}.`));
      heard.closed(code);
    });
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      traffic.received += data.byteLength;
      const it = { offset: 1 };
      switch ((data[0] ?? 0) & CODE_MASK) {
        case Protocol.JOIN_ROOM:
          if (heard.state) decoder = stateOf(data);
          sendOn(Uint8Array.of(Protocol.JOIN_ROOM));
          resolve(end);
          return;
        case Protocol.ROOM_STATE:
        case Protocol.ROOM_STATE_PATCH:
          if (!decoder) return;
          decoder.decode(data, it);
          heard.state?.(decoder.state);
          return;
        case Protocol.ROOM_DATA: {
          const type = decode.string(data, it);
          heard.message(type, it.offset < data.byteLength ? unpack(data.subarray(it.offset)) : undefined);
          return;
        }
        case Protocol.ROOM_DATA_BYTES: {
          const type = decode.string(data, it);
          heard.bytes(type, data.subarray(it.offset));
          return;
        }
      }
    });
  });
}

/** The decoder that the room's first message describes: token, serializer's name, then the form of its state. */
function stateOf(data: Buffer): Decoder {
  const it = { offset: 1 };
  for (let text = 0; text < 2; text++) it.offset += 1 + (data[it.offset] ?? 0);
  const length = decode.number(data, it);
  return Reflection.decode(data.subarray(0, it.offset + length), it);
}

interface Reservation {
  readonly roomId: string;
  readonly sessionId: string;
  readonly processId: string;
}

async function reserve(origin: string, { method, room, options }: WayIn): Promise<Reservation> {
  const response = await fetch(`${origin}/matchmake/${method}/${room}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(options),
  });
  const told: unknown = await response.json();
  if (!response.ok || !isReservation(told)) throw new Error(`${response.status}: ${JSON.stringify(told)}`);
  return told;
}

const isReservation = (told: unknown): told is Reservation =>
  typeof told === 'object' && told !== null && 'roomId' in told && 'sessionId' in told && 'processId' in told;
