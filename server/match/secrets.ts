/** Tokens of seats and keys of hosts are known to the pages that hold them; the server keeps what they hash to. */
import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';

/** 126 bits by chance: nobody guesses one. */
export const freshSecret = (): string => nanoid();

/** SHA-256, base64url. A secret this long needs neither salt nor slowness. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
