/** The key by which a server seals what it recorded: made at the first start, and the same ever after. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'seal.key';
const SECRET_BYTES = 32;
const FOR_ITS_OWNER_ONLY = 0o600;

export const freshSealKey = (): Uint8Array => Uint8Array.from(randomBytes(SECRET_BYTES));

/**
 * The key that is kept in `dataDir`, made where there is none: 32 bytes as hexadecimal. One process at a time has the folder. Throws
 * with a sentence.
 */
export function sealKeyIn(dataDir: string): Uint8Array {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) keep(dataDir, file, freshSealKey());
  const text = readFileSync(file, 'latin1').trim();
  if (/^[0-9a-f]{64}$/.test(text)) return Uint8Array.from(Buffer.from(text, 'hex'));
  throw new Error(
    `The file ${file} should hold the key that seals recordings, 64 hexadecimal digits, and does not. ` +
      'Put it back from a copy; or move it away, and a new key is made: what the old one sealed is then told as another server’s.',
  );
}

/** Whole or not at all, whenever the machine stops. */
function keep(dataDir: string, file: string, key: Uint8Array): void {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${file}.part`;
  const open = openSync(aside, 'w', FOR_ITS_OWNER_ONLY);
  try {
    writeSync(open, `${Buffer.from(key).toString('hex')}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(aside, file);
}
