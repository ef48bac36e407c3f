/**
 * A recording: all that a match was, as one file. It holds the inputs (settings, founder, secret, commands), by which it can be
 * played again from nothing and compared, and the outcomes (frames), by which it can be shown at once.
 *
 * Format 2: "TWINFOLD", version u8 (2; 1 where it was played by rules 1), the kernel's hash (length u8, ASCII), header (shared/protocol/header.ts), whether the
 * secret is in it u8, if so 32 bytes, the number of frames, then each frame: its length, its bytes (shared/protocol/frames.ts).
 * Numbers without a size are varints. Frames are not packed: each can be read, and found wrong, by itself.
 * Format 1 is the same, with what header.ts and frames.ts say of rules 1: it is still read, and written again as it was.
 */
import { createReader, createWriter, DecodeError, type Reader } from '../protocol/bytes.ts';
import { decodeFrame, encodeFrame, MAX_FRAME_BYTES } from '../protocol/frames.ts';
import { readAscii, readHeader, writeAscii, writeHeader } from '../protocol/header.ts';
import type { Genome } from '../sim/genome.ts';
import { SETTING_LIMITS } from '../sim/settings.ts';
import { SECRET_BYTES } from '../sim/world/seeds.ts';
import { examGeneration, type Frame, type Settings } from '../sim/world/world.ts';

export const RECORDING_VERSION = 2;
const MAGIC = 'TWINFOLD';
const SUBJECT = 'The recording';
const MAX_KERNEL_NAME = 64;
const MAX_FRAMES = 2 * (SETTING_LIMITS.rounds[1] * SETTING_LIMITS.generationsPerRound[1] + 1);
/** Larger files are not looked at: the longest match of the largest world stays well below. */
export const MAX_RECORDING_BYTES = 8_000_000;

export interface Recording {
  /** Hash of the kernel that grew the bodies, as in the kernel's file name. */
  readonly kernel: string;
  readonly settings: Settings;
  readonly founderGenome: Genome;
  /** 32 bytes; null where it must stay unknown, in a recording of a match that still goes on. */
  readonly secret: Uint8Array | null;
  /** From the first births on, in order. */
  readonly frames: readonly Frame[];
}

export function encodeRecording(recording: Recording): Uint8Array<ArrayBuffer> {
  return encodeRecordingOf(recording, recording.frames.map(encodeFrame));
}

const versionFor = ({ rules }: Settings): number => (rules === 1 ? 1 : RECORDING_VERSION);

/** The same from frames that are bytes already, as a server stores them. */
export function encodeRecordingOf(
  head: Omit<Recording, 'frames'>,
  frames: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const writer = createWriter();
  for (const letter of MAGIC) writer.u8(letter.charCodeAt(0));
  writer.u8(versionFor(head.settings));
  writeAscii(writer, head.kernel);
  writeHeader(writer, head.settings, head.founderGenome);
  writer.u8(head.secret === null ? 0 : 1);
  if (head.secret !== null) writer.bytes(head.secret);
  writer.varint(frames.length);
  for (const bytes of frames) {
    writer.varint(bytes.length);
    writer.bytes(bytes);
  }
  return writer.done();
}

/**
 * Reads a recording's bytes; that its frames follow from each other is found by playing it (timeline.ts), that they follow
 * from its inputs by verifying it (verify.ts). Throws a DecodeError with a sentence that names the first generation damaged.
 */
export function decodeRecording(bytes: Uint8Array): Recording {
  if (bytes.length > MAX_RECORDING_BYTES) throw new DecodeError(`${SUBJECT} is larger than any can be.`);
  const reader = createReader(bytes, SUBJECT);
  const version = readKind(bytes, reader);
  const kernel = readAscii(reader, 'the kernel’s hash', MAX_KERNEL_NAME);
  if (!/^[\w.-]*$/.test(kernel)) throw new DecodeError(`${SUBJECT} is damaged: its kernel’s hash is none.`);
  const { settings, founderGenome } = readHeader(reader);
  if (version !== versionFor(settings)) {
    throw new DecodeError(`${SUBJECT} is damaged: format ${version} and rules ${settings.rules} never went together.`);
  }
  const secret = reader.u8('whether its secret follows', 1) === 1 ? reader.bytes('its secret', SECRET_BYTES) : null;
  const count = reader.varint('the number of frames', MAX_FRAMES);
  if (count > 2 * (examGeneration(settings) + 1))
    throw new DecodeError(`${SUBJECT} is damaged: it has more frames than its match.`);
  const frames: Frame[] = [];
  for (let at = 0; at < count; at++) frames.push(readFrame(reader, at));
  reader.end();
  return { kernel, settings, founderGenome, secret, frames };
}

/** The format's version. */
function readKind(bytes: Uint8Array, reader: Reader): number {
  const known = bytes.length > MAGIC.length && [...MAGIC].every((letter, at) => bytes[at] === letter.charCodeAt(0));
  if (!known) throw new DecodeError('This file is not a recording of Twinfold.');
  reader.bytes('its name', MAGIC.length);
  const version = reader.u8('its version');
  if (version > RECORDING_VERSION) {
    throw new DecodeError(
      `This recording has format ${version}; this Twinfold reads formats up to ${RECORDING_VERSION}. A newer Twinfold will open it.`,
    );
  }
  if (version < 1) throw new DecodeError(`${SUBJECT} is damaged: there is no format 0.`);
  return version;
}

/** Frame `at`, which must have tick `at`. */
function readFrame(reader: Reader, at: number): Frame {
  const generation = Math.floor(at / 2) + 1;
  try {
    const frame = decodeFrame(reader.bytes('a frame', reader.varint('the length of a frame', MAX_FRAME_BYTES)));
    if (frame.tick !== at) throw new DecodeError('A frame is out of its place.');
    return frame;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new DecodeError(`${SUBJECT} is damaged in generation ${generation}. ${error.message}`);
  }
}
