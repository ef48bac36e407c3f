/**
 * A recording: all that a match was, as one file. It holds the inputs (settings, founder, secret, commands), by which it can be
 * played again from nothing and compared, and the outcomes (frames), by which it can be shown at once.
 *
 * The bytes are told in FORMAT.md, for all formats. Those before the newest are still read, and written again as they were.
 */
import { createReader, createWriter, DecodeError, type Reader, type Writer } from '../protocol/bytes.ts';
import { decodeFrame, encodeFrame, MAX_FRAME_BYTES } from '../protocol/frames.ts';
import { readAscii, readHeader, writeAscii, writeHeader } from '../protocol/header.ts';
import type { Genome } from '../sim/genome.ts';
import { sameBytes } from '../sim/hash.ts';
import { SETTING_LIMITS } from '../sim/settings.ts';
import { SECRET_BYTES } from '../sim/world/seeds.ts';
import { examGeneration, type Frame, type Settings } from '../sim/world/world.ts';
import { type Chain, LINK_BYTES, startChain } from './chain.ts';
import { type Origin, readOrigin, writeOrigin } from './origin.ts';

export const RECORDING_VERSION = 3;
/** From this format on a chain of links runs through a recording, and it may be a branch and be sealed. */
const CHAINED = 3;
const MAGIC = 'TWINFOLD';
const SUBJECT = 'The recording';
const MAX_KERNEL_NAME = 64;
const MAX_FRAMES = 2 * (SETTING_LIMITS.rounds[1] * SETTING_LIMITS.generationsPerRound[1] + 1);
/** Larger files are not looked at: the longest match of the largest world stays well below. */
export const MAX_RECORDING_BYTES = 8_000_000;

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

export interface Recording {
  /** Hash of the kernel that grew the bodies, as in the kernel's file name. */
  readonly kernel: string;
  readonly settings: Settings;
  readonly founderGenome: Genome;
  /** 32 bytes; null where it must stay unknown, in a recording of a match that still goes on. */
  readonly secret: Uint8Array | null;
  /** Null for a match; a branch says from where. */
  readonly origin: Origin | null;
  /** From the first births on, in order. */
  readonly frames: readonly Frame[];
}

/** Whose a recording is: a signature over its mark (seal.ts). */
export interface Seal {
  /** Of the server that recorded it: an Ed25519 public key, 32 bytes. */
  readonly key: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** A file, and what it holds besides the recording. */
export interface RecordingFile {
  readonly recording: Recording;
  /** Counted from 1. */
  readonly format: number;
  /** Stands for the whole recording: the last link of its chain, 16 bytes (markOf). */
  readonly mark: Uint8Array;
  /** Null where nobody sealed it. Whether the signature is true is not looked at here. */
  readonly seal: Seal | null;
}

type Head = Omit<Recording, 'frames'>;

/** Rules before the third were recorded in formats of the same number; a branch needs the format that can say so. */
const formatFor = ({ settings, origin }: Head): number =>
  origin === null ? Math.min(settings.rules, RECORDING_VERSION) : RECORDING_VERSION;

/** `seal`: makes the seal of a mark; only in formats that have a chain. */
export function encodeRecording(recording: Recording, seal?: (mark: Uint8Array) => Seal): Uint8Array<ArrayBuffer> {
  return encodeRecordingOf(recording, recording.frames.map(encodeFrame), seal);
}

/** The same from frames that are bytes already, as a server stores them. */
export function encodeRecordingOf(
  head: Head,
  frames: readonly Uint8Array[],
  seal?: (mark: Uint8Array) => Seal,
): Uint8Array<ArrayBuffer> {
  const format = formatFor(head);
  const writer = createWriter();
  const chain = startChain();
  for (const part of partsOf(head, frames, format)) {
    writer.bytes(part);
    const link = chain.link(part);
    if (format >= CHAINED) writer.bytes(link);
  }
  if (seal !== undefined && format >= CHAINED) {
    const { key, signature } = seal(chain.last());
    writer.bytes(key);
    writer.bytes(signature);
  }
  return writer.done();
}

/** What stands for a whole recording: the last link of the chain that it has in today's format. */
export function markOf(recording: Recording): Uint8Array {
  const chain = startChain();
  for (const part of partsOf(recording, recording.frames.map(encodeFrame), RECORDING_VERSION)) chain.link(part);
  return chain.last();
}

/** The bytes between links: the head, then each generation. */
function partsOf(head: Head, frames: readonly Uint8Array[], format: number): Uint8Array[] {
  const parts = [headBytes(head, frames.length, format)];
  for (let at = 0; at < frames.length; at += 2) {
    const writer = createWriter();
    for (const bytes of frames.slice(at, at + 2)) {
      writer.varint(bytes.length);
      writer.bytes(bytes);
    }
    parts.push(writer.done());
  }
  return parts;
}

function headBytes(head: Head, frames: number, format: number): Uint8Array {
  const writer: Writer = createWriter();
  for (const letter of MAGIC) writer.u8(letter.charCodeAt(0));
  writer.u8(format);
  writeAscii(writer, head.kernel);
  writeHeader(writer, head.settings, head.founderGenome);
  writer.u8(head.secret === null ? 0 : 1);
  if (head.secret !== null) writer.bytes(head.secret);
  if (format >= CHAINED) {
    writer.u8(head.origin === null ? 0 : 1);
    if (head.origin !== null) writeOrigin(writer, head.origin);
  }
  writer.varint(frames);
  return writer.done();
}

/**
 * Reads a recording's bytes; that its frames follow from each other is found by playing it (timeline.ts), that they follow
 * from its inputs by verifying it (verify.ts). Throws a DecodeError with a sentence that names the first generation damaged.
 */
export const decodeRecording = (bytes: Uint8Array): Recording => decodeRecordingFile(bytes).recording;

export function decodeRecordingFile(bytes: Uint8Array): RecordingFile {
  if (bytes.length > MAX_RECORDING_BYTES) throw new DecodeError(`${SUBJECT} is larger than any can be.`);
  const reader = createReader(bytes, SUBJECT);
  const format = readKind(bytes, reader);
  const { count, ...head } = readHead(reader, format);
  const chain = startChain();
  const checkLink = linkChecker(bytes, reader, chain, format);
  checkLink('its head');
  const frames: Frame[] = [];
  for (let at = 0; at < count; at++) {
    frames.push(readFrame(reader, at));
    if (at % 2 === 1 || at === count - 1) checkLink(`generation ${Math.floor(at / 2) + 1}`);
  }
  const seal = format >= CHAINED && reader.position() < bytes.length ? readSeal(reader) : null;
  reader.end();
  const recording = { ...head, frames };
  return { recording, format, mark: format >= CHAINED ? chain.last() : markOf(recording), seal };
}

function readHead(reader: Reader, format: number): Head & { readonly count: number } {
  const kernel = readAscii(reader, 'the kernel’s hash', MAX_KERNEL_NAME);
  if (!/^[\w.-]*$/.test(kernel)) throw new DecodeError(`${SUBJECT} is damaged: its kernel’s hash is none.`);
  const { settings, founderGenome } = readHeader(reader);
  const secret = reader.u8('whether its secret follows', 1) === 1 ? reader.bytes('its secret', SECRET_BYTES) : null;
  const isBranch = format >= CHAINED && reader.u8('whether it is a branch', 1) === 1;
  const origin = isBranch ? readOrigin(reader, settings) : null;
  const head: Head = { kernel, settings, founderGenome, secret, origin };
  if (format !== formatFor(head)) {
    throw new DecodeError(`${SUBJECT} is damaged: format ${format} and rules ${settings.rules} never went together.`);
  }
  const count = reader.varint('the number of frames', MAX_FRAMES);
  if (count > 2 * (examGeneration(settings) + 1))
    throw new DecodeError(`${SUBJECT} is damaged: it has more frames than its match.`);
  return { ...head, count };
}

/** Returns the check that the bytes read since the last one lead to the link that follows. Of formats without a chain: none. */
function linkChecker(bytes: Uint8Array, reader: Reader, chain: Chain, format: number): (part: string) => void {
  let from = 0;
  return (part) => {
    if (format < CHAINED) return;
    const link = chain.link(bytes.subarray(from, reader.position()));
    const fits = sameBytes(reader.bytes(`the link after ${part}`, LINK_BYTES), link);
    if (!fits) throw new DecodeError(`${SUBJECT} is damaged: ${part} is not as it was written.`);
    from = reader.position();
  };
}

function readSeal(reader: Reader): Seal {
  return { key: reader.bytes('the key of its seal', KEY_BYTES), signature: reader.bytes('its seal', SIGNATURE_BYTES) };
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
