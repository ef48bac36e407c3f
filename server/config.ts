/** What an operator may set, by environment. It is read before anything else: a mistake is told in a sentence, at once. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const whole = (name: string, low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} should be a whole number from ${low} to ${high}.`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `${name} should be a whole number from ${low} to ${high}.`);

const environmentSchema = z.object({
  PORT: whole('PORT', 0, 65_535).default(2567),
  HOST: z.string().min(1, 'HOST should be an address to listen on, such as 0.0.0.0, or be left out.').optional(),
  DATA_DIR: z.string().min(1, 'DATA_DIR should name a folder for the database, or be left out.').default('.twinfold'),
  GROWTH_THREADS: whole('GROWTH_THREADS', 1, 256).optional(),
  RETENTION_DAYS: whole('RETENTION_DAYS', 1, 365).default(30),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], {
      error: 'LOG_LEVEL should be one of silent, fatal, error, warn, info, debug.',
    })
    .default('warn'),
});

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** Left out: every address of the machine. */
  readonly host: string | undefined;
  /** Absolute folder of the embedded database. */
  readonly dataDir: string;
  /** Worker threads that grow embryos. */
  readonly growthThreads: number;
  /** How long names and answers of a class are kept. */
  readonly retentionDays: number;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

/** One thread is left for the rooms themselves, where there are several. */
export const defaultGrowthThreads = (): number => Math.max(1, availableParallelism() - 1);

/** Reads the configuration. Mistakes come back as sentences, one each, and then there is no configuration. */
export function readConfig(
  environment: Record<string, string | undefined>,
): { config: Config } | { mistakes: string[] } {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) return { mistakes: parsed.error.issues.map((issue) => issue.message) };
  const { PORT, HOST, DATA_DIR, GROWTH_THREADS, RETENTION_DAYS, LOG_LEVEL } = parsed.data;
  return {
    config: {
      port: PORT,
      host: HOST,
      dataDir: resolve(DATA_DIR),
      growthThreads: GROWTH_THREADS ?? defaultGrowthThreads(),
      retentionDays: RETENTION_DAYS,
      logLevel: LOG_LEVEL,
    },
  };
}
