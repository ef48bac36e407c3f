/**
 * Every variable that an operator may set, in one table: what it takes, what it is when nobody sets it, and what it is for.
 * The configuration is read by it, `npm run config` prints it, and the guide's table is the same one.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** What is told of a variable besides its value. */
export interface Told {
  /** What holds when nobody sets it, in words. */
  readonly usual: string;
  /** What it is for: a sentence or two. */
  readonly purpose: string;
  /** What must not be printed: all of it, or the password inside an address. */
  readonly secret?: 'whole' | 'password';
}

const told = z.registry<Told>();

/** Whole numbers within limits. What is wrong with a value is told as the end of a sentence that begins with the name. */
const whole = (low: number, high: number) => {
  const error = `should be a whole number from ${low} to ${high}`;
  const fits = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high;
  return z.string().refine(fits, { error }).transform(Number);
};

const address = (protocols: RegExp, error: string) =>
  z.string().refine((text) => protocols.test(text) && URL.canParse(text), { error });

const secret = (error: string) => z.string().min(12, { error });

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;

/** One thread is left for the rooms themselves, where there are several. */
export const defaultGrowthThreads = (): number => Math.max(1, availableParallelism() - 1);

export const DEFAULT_MOST_ROOMS = 500;
export const DEFAULT_SHUTDOWN_GRACE_SECONDS = 20;
export const DEFAULT_RECORDING_DAYS = 365;
export const DEFAULT_LIBRARY_MB = 2_000;

export const VARIABLES = {
  PORT: whole(0, 65_535).prefault('2567').register(told, {
    usual: '2567',
    purpose: 'The port to listen on, for pages and everything else; 0: any free one.',
  }),
  HOST: z.string().optional().register(told, {
    usual: 'every address',
    purpose: 'The address to listen on. Behind a proxy on the same machine: 127.0.0.1.',
  }),
  DATA_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .prefault('.twinfold')
    .register(told, {
      usual: '.twinfold',
      purpose: 'The folder of the embedded database. One process at a time has it.',
    }),
  DATABASE_URL: address(
    /^postgres(ql)?:\/\//,
    'should be the address of a Postgres database, such as postgres://user:password@host:5432/twinfold',
  )
    .optional()
    .register(told, {
      usual: 'the embedded one',
      purpose: 'A Postgres database for the matches, which several processes can share.',
      secret: 'password',
    }),
  REDIS_URL: address(/^rediss?:\/\//, 'should be the address of a Redis server, such as redis://host:6379')
    .optional()
    .register(told, {
      usual: 'one process alone',
      purpose: 'The Redis server by which several processes find each other’s rooms; needs DATABASE_URL.',
      secret: 'password',
    }),
  PUBLIC_ADDRESS: z
    .string()
    .regex(/^(\/[A-Za-z0-9_-]+|[A-Za-z0-9.-]+(:\d+)?(\/[A-Za-z0-9_-]+)?)$/, {
      error:
        'should say where pages reach this very process: a path of the one address, such as /1, or a host, such as play-1.example.org',
    })
    .optional()
    .register(told, {
      usual: 'the page’s own address',
      purpose: 'Where pages reach this very process among several: a path of the one address (/1) or a host.',
    }),
  GROWTH_THREADS: whole(1, 256).default(defaultGrowthThreads).register(told, {
    usual: 'processors − 1',
    purpose: 'Threads that grow embryos. With several processes on one machine, share its processors out among them.',
  }),
  MOST_ROOMS: whole(1, 100_000)
    .default(DEFAULT_MOST_ROOMS)
    .register(told, {
      usual: String(DEFAULT_MOST_ROOMS),
      purpose: 'Rooms that this process holds at most; beyond, new ones are refused with a sentence.',
    }),
  RETENTION_DAYS: whole(1, 365)
    .prefault('30')
    .register(told, { usual: '30', purpose: 'Days after which names, answers and reports of a class are deleted.' }),
  RECORDING_DAYS: whole(1, 36_500)
    .default(DEFAULT_RECORDING_DAYS)
    .register(told, {
      usual: String(DEFAULT_RECORDING_DAYS),
      purpose: 'Days after which recordings are deleted that nobody keeps, and creatures that were kept by link.',
    }),
  LIBRARY_MB: whole(0, 1_000_000)
    .default(DEFAULT_LIBRARY_MB)
    .register(told, {
      usual: String(DEFAULT_LIBRARY_MB),
      purpose: 'Megabytes that uploaded recordings may have together; beyond, no more are taken. 0: none at all.',
    }),
  SHUTDOWN_GRACE_SECONDS: whole(1, 600)
    .default(DEFAULT_SHUTDOWN_GRACE_SECONDS)
    .register(told, {
      usual: String(DEFAULT_SHUTDOWN_GRACE_SECONDS),
      purpose: 'How long stopping may take, until what is being written is on disk and rooms have closed.',
    }),
  LOG_LEVEL: z
    .enum(LEVELS, { error: `should be one of ${LEVELS.join(', ')}` })
    .default('warn')
    .register(told, {
      usual: 'warn',
      purpose: 'How much is logged, as one line of JSON an event: silent, fatal, error, warn, info or debug.',
    }),
  METRICS_TOKEN: secret('should have at least 12 signs').optional().register(told, {
    usual: 'this machine alone may ask',
    purpose: 'Whoever asks for /metrics must bring it (Authorization: Bearer …), from wherever they ask.',
    secret: 'whole',
  }),
  MONITOR_PASSWORD: secret('should have at least 12 signs').optional().register(told, {
    usual: 'no monitor',
    purpose: 'Opens /monitor, Colyseus’ view of the open rooms, to the user “operator” with this password.',
    secret: 'whole',
  }),
};

export type VariableName = keyof typeof VARIABLES;

export const isVariable = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name);

export const VARIABLE_NAMES: readonly VariableName[] = Object.keys(VARIABLES).filter(isVariable);

export function toldOf(name: VariableName): Told {
  const known = told.get(VARIABLES[name]);
  if (known === undefined) throw new Error(`Nothing is told of the variable ${name}: register it in its table.`);
  return known;
}
