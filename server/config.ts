/** What an operator may set, by environment. It is read before anything else: every mistake is told in a sentence, all at once. */
import { closestMatch } from 'leven';
import { z } from 'zod';
import { isVariable, toldOf, VARIABLE_NAMES, VARIABLES } from './operation/variables.ts';

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
  /** How long recordings are kept that nobody wants to keep for good; undefined: as long as usual. */
  readonly recordingDays?: number | undefined;
  /** Megabytes of all uploaded recordings together; undefined: as many as usual. */
  readonly libraryMb?: number | undefined;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  /** A Postgres database that several processes share; undefined: the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** The Redis server by which several processes find each other's rooms; only with a shared database. */
  readonly redisUrl?: string | undefined;
  /** Where pages reach this very process among several: a path of the one address (/1), or a host. */
  readonly publicAddress?: string | undefined;
  /** Rooms that this process holds at most; undefined: as many as usual. */
  readonly mostRooms?: number | undefined;
  /** How long stopping may take; undefined: as long as usual. */
  readonly shutdownGraceSeconds?: number | undefined;
  /** Who asks for the metrics must bring it; undefined: only this machine may ask. */
  readonly metricsToken?: string | undefined;
  /** Opens Colyseus' monitor; undefined: there is none. */
  readonly monitorPassword?: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every variable stands at, by its name. */
export type Settled = z.output<typeof schema>;

const schema = z.object(VARIABLES);

/** So many letters may be other in a name that was meant to be one of ours. */
const SLIPS = 2;
/** Shorter names (HOST, PORT) are too near to those of other programs. */
const LEAST_LETTERS = 8;

/** Reads the configuration. Mistakes come back as sentences, one each, and then there is no configuration. */
export function readConfig(environment: Environment): { config: Config } | { mistakes: string[] } {
  const read = readVariables(environment);
  if ('mistakes' in read) return read;
  const { settled } = read;
  return {
    config: {
      port: settled.PORT,
      host: settled.HOST,
      dataDir: settled.DATA_DIR,
      growthThreads: settled.GROWTH_THREADS,
      retentionDays: settled.RETENTION_DAYS,
      recordingDays: settled.RECORDING_DAYS,
      libraryMb: settled.LIBRARY_MB,
      logLevel: settled.LOG_LEVEL,
      databaseUrl: settled.DATABASE_URL,
      redisUrl: settled.REDIS_URL,
      publicAddress: settled.PUBLIC_ADDRESS,
      mostRooms: settled.MOST_ROOMS,
      shutdownGraceSeconds: settled.SHUTDOWN_GRACE_SECONDS,
      metricsToken: settled.METRICS_TOKEN,
      monitorPassword: settled.MONITOR_PASSWORD,
    },
  };
}

/** The same by the variables' own names. */
export function readVariables(environment: Environment): { settled: Settled } | { mistakes: string[] } {
  const empty = VARIABLE_NAMES.filter((name) => environment[name] === '');
  // One that is empty is told as that, and nothing more is asked of it.
  const parsed = schema.safeParse({ ...environment, ...Object.fromEntries(empty.map((name) => [name, undefined])) });
  const mistakes = [
    ...empty.map((name) => `${name} is set, but to nothing. Give it a value, or leave it out.`),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => sentence(String(path[0]), message, environment)),
    ...(environment.REDIS_URL && !environment.DATABASE_URL
      ? ['REDIS_URL is set and DATABASE_URL is not: several processes need a database that they share.']
      : []),
    ...slips(environment),
  ];
  return parsed.success && mistakes.length === 0 ? { settled: parsed.data } : { mistakes };
}

function sentence(name: string, message: string, environment: Environment): string {
  const shown = isVariable(name) && toldOf(name).secret === undefined;
  return shown ? `${name} ${message}, not “${environment[name]}”.` : `${name} ${message}.`;
}

/**
 * Names that were meant to be ours. They are mistakes and not remarks: a RETENTION_DAY that nobody reads would keep names of
 * pupils for longer than somebody decided.
 */
function slips(environment: Environment): string[] {
  const wanted = VARIABLE_NAMES.filter((name) => name.length >= LEAST_LETTERS && environment[name] === undefined);
  return Object.keys(environment).flatMap((name) => {
    if (isVariable(name)) return [];
    const meant: string | undefined = closestMatch(name.toUpperCase().replace(/^TWINFOLD_/, ''), wanted, {
      maxDistance: SLIPS,
    });
    return meant === undefined
      ? []
      : [
          `${name} is no variable of Twinfold. Did you mean ${meant}? If another program needs it, keep it from this one: env -u ${name} npm start`,
        ];
  });
}
