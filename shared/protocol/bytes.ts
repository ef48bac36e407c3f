/**
 * Reading and writing bytes with bounds. Reading trusts nothing: whatever is wrong with the bytes is a DecodeError whose
 * message is a sentence for a person, never a crash and never an allocation larger than the caller's limit.
 */

/** Bytes that are not what they should be. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

export interface Writer {
  u8(value: number): void;
  u16(value: number): void;
  u32(value: number): void;
  /** 0 to 2^31 - 1, in 1 to 5 bytes: seven bits a byte, lowest first (LEB128). */
  varint(value: number): void;
  bytes(bytes: Uint8Array): void;
  /** A copy of what was written. */
  done(): Uint8Array<ArrayBuffer>;
}

export function createWriter(): Writer {
  let buffer = new Uint8Array(256);
  let used = 0;
  const room = (more: number): void => {
    if (used + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, used + more));
    larger.set(buffer);
    buffer = larger;
  };
  const u8 = (value: number): void => {
    room(1);
    buffer[used++] = value;
  };
  const u16 = (value: number): void => {
    u8(value);
    u8(value >>> 8);
  };
  return {
    u8,
    u16,
    u32(value) {
      u16(value);
      u16(value >>> 16);
    },
    varint(value) {
      let rest = value;
      while (rest > 0x7f) {
        u8((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      u8(rest);
    },
    bytes(bytes) {
      room(bytes.length);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    done: () => buffer.slice(0, used),
  };
}

export interface Reader {
  /** `what` names the value in the sentence of an error; `high` is the largest value allowed. */
  u8(what: string, high?: number): number;
  u16(what: string): number;
  u32(what: string): number;
  varint(what: string, high: number): number;
  /** A copy of the next `length` bytes. */
  bytes(what: string, length: number): Uint8Array<ArrayBuffer>;
  /** How many bytes have been read. */
  position(): number;
  /** Throws unless all bytes have been read. */
  end(): void;
}

/** `subject` opens the sentences: "The recording". */
export function createReader(bytes: Uint8Array, subject: string): Reader {
  let at = 0;
  const need = (what: string, length: number): void => {
    if (at + length > bytes.length) throw new DecodeError(`${subject} ends early: ${what} should follow.`);
  };
  const next = (): number => bytes[at++] ?? 0;
  const within = (what: string, value: number, high: number): number => {
    if (value > high)
      throw new DecodeError(`${subject} is damaged: ${what} is ${value}, and at most ${high} is possible.`);
    return value;
  };
  return {
    u8(what, high = 0xff) {
      need(what, 1);
      return within(what, next(), high);
    },
    u16(what) {
      need(what, 2);
      return next() | (next() << 8);
    },
    u32(what) {
      need(what, 4);
      return (next() | (next() << 8) | (next() << 16) | (next() << 24)) >>> 0;
    },
    varint(what, high) {
      let value = 0;
      for (let shift = 0; shift <= 28; shift += 7) {
        need(what, 1);
        const byte = next();
        value += (byte & 0x7f) * 2 ** shift;
        if (byte <= 0x7f) {
          // One number, one spelling: a changed byte can then never hide in a longer way to write the same.
          if (byte === 0 && shift > 0)
            throw new DecodeError(`${subject} is damaged: ${what} is written in a wrong way.`);
          return within(what, value, high);
        }
      }
      throw new DecodeError(`${subject} is damaged: ${what} is too large.`);
    },
    bytes(what, length) {
      need(what, length);
      at += length;
      return Uint8Array.from(bytes.subarray(at - length, at));
    },
    position: () => at,
    end() {
      if (at !== bytes.length)
        throw new DecodeError(`${subject} is damaged: ${bytes.length - at} bytes too many follow its end.`);
    },
  };
}
