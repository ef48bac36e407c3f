/**
 * What this process counts of itself, for Prometheus. Whoever knows a figure hands it over by a plain function; nothing of a
 * person and no id is ever a label, and whatever could come from outside is kept to a bounded set.
 */
import { performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Phase } from '../../shared/protocol/wire.ts';
import type { Mode } from '../match/phases.ts';

/** A room at the moment of asking. */
export interface RoomLook {
  readonly mode: Mode;
  readonly phase: Phase;
  /** Connected, with a seat or as host. */
  readonly people: number;
  readonly spectators: number;
}

/** Durations are in milliseconds; what is published is in seconds, as Prometheus has it. */
export interface Metrics {
  /** Of what `text` returns. */
  readonly contentType: string;
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>;
  /** A room that is open now, looked at whenever somebody asks. Call what it returns when the room has closed. */
  room(look: () => RoomLook): () => void;
  /** A frame was sent to a room: its bytes, and how long after its generation or season was due. */
  frame(bytes: number, msFromDue: number): void;
  /** An intent was answered, so long after it came. `kind` is one of the protocol's. */
  intent(kind: string, ok: boolean, ms: number): void;
  /** Somebody was refused something, at the door or inside. */
  refused(reason: string): void;
  /** So many embryos were grown, in so long (waiting for a thread included). */
  grown(embryos: number, ms: number): void;
  /** How many batches of embryos wait for a thread: asked whenever somebody asks. */
  queue(read: () => number): void;
  /** A match that another process left was taken up. */
  takenUp(): void;
  /** A connection was ended by us: it did not read, it flooded, … */
  dropped(reason: string): void;
  /** A write to the database was done, so long after it was asked for. */
  writes(ms: number): void;
  /** One more match (1) is not being recorded for now, or one fewer (-1). */
  unrecorded(delta: number): void;
  /** Somebody brought a recording: `stored`, `known` already, or the reason why it was not taken. */
  uploaded(outcome: string): void;
  /** A recording that somebody brought was grown again: `true`, `false`, or `cannot` be. */
  verified(outcome: string): void;
  /** Bytes of all recordings that were brought: asked whenever somebody asks. */
  stored(read: () => Promise<number>): void;
  /** Something failed that should not: also an error in the log. `where` is one of our own words. */
  error(where: string): void;
}

/** Labels that we do not know beforehand: our own words only, and never more than this many. */
const MOST_LABELS = 100;

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  loopUtilisation(registry);
  const looks = new Set<() => RoomLook>();
  watchRooms(registry, looks);

  const frameBytes = new Histogram({
    ...{ name: 'twinfold_frame_bytes', help: 'Bytes of the frames sent to rooms (once a room).', registers },
    buckets: [64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384],
  });
  const frameSeconds = new Histogram({
    ...{
      name: 'twinfold_generation_to_frame_seconds',
      help: 'From when a generation’s births or season were due to its frame going out.',
    },
    ...{ buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers },
  });
  const intents = new Counter({
    ...{ name: 'twinfold_intents_total', help: 'What people asked for, by kind, and whether it was granted.' },
    ...{ labelNames: ['kind', 'ok'], registers },
  });
  const acknowledged = new Histogram({
    ...{ name: 'twinfold_acknowledgement_seconds', help: 'From an intent’s arrival to its answer.', registers },
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  });
  const refusals = new Counter({
    ...{ name: 'twinfold_refusals_total', help: 'Refusals by reason, at the door and inside.' },
    ...{ labelNames: ['reason'], registers },
  });
  const embryos = new Counter({
    name: 'twinfold_embryos_grown_total',
    help: 'Embryos grown on the server.',
    registers,
  });
  const growing = new Counter({
    ...{ name: 'twinfold_growth_seconds_total', help: 'Time that worlds waited for their embryos.', registers },
  });
  const takenUp = new Counter({
    ...{
      name: 'twinfold_matches_taken_up_total',
      help: 'Matches that another process left and this one goes on with.',
      registers,
    },
  });
  const dropped = new Counter({
    ...{ name: 'twinfold_dropped_total', help: 'Connections ended by the server, by reason (slow readers, floods).' },
    ...{ labelNames: ['reason'], registers },
  });
  const writes = new Histogram({
    ...{
      name: 'twinfold_write_seconds',
      help: 'Writes of matches to the database, until they were on disk.',
      registers,
    },
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  });
  const unrecorded = new Gauge({
    ...{
      name: 'twinfold_matches_unrecorded',
      help: 'Matches whose last writes have not reached the database yet.',
      registers,
    },
  });
  const uploads = new Counter({
    ...{ name: 'twinfold_uploads_total', help: 'Recordings brought to the library, by what became of them.' },
    ...{ labelNames: ['outcome'], registers },
  });
  const verifications = new Counter({
    ...{ name: 'twinfold_verifications_total', help: 'Recordings grown again, by what came out.' },
    ...{ labelNames: ['outcome'], registers },
  });
  const errors = new Counter({
    ...{
      name: 'twinfold_errors_total',
      help: 'Faults that are also errors in the log, by where.',
      labelNames: ['where'],
      registers,
    },
  });

  const kinds = bounded();
  const reasons = bounded();
  const drops = bounded();
  const places = bounded();
  const outcomes = bounded();
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    room(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
    frame(bytes, ms) {
      frameBytes.observe(bytes);
      frameSeconds.observe(ms / 1000);
    },
    intent(kind, ok, ms) {
      intents.inc({ kind: kinds(kind), ok: String(ok) });
      acknowledged.observe(ms / 1000);
    },
    refused: (reason) => refusals.inc({ reason: reasons(reason) }),
    grown(count, ms) {
      embryos.inc(count);
      growing.inc(ms / 1000);
    },
    queue(read) {
      new Gauge({
        ...{ name: 'twinfold_growth_queue', help: 'Batches of embryos that wait for a thread.', registers },
        collect() {
          this.set(read());
        },
      });
    },
    takenUp: () => takenUp.inc(),
    dropped: (reason) => dropped.inc({ reason: drops(reason) }),
    writes: (ms) => writes.observe(ms / 1000),
    unrecorded: (delta) => unrecorded.inc(delta),
    uploaded: (outcome) => uploads.inc({ outcome: outcomes(outcome) }),
    verified: (outcome) => verifications.inc({ outcome: outcomes(outcome) }),
    stored(read) {
      new Gauge({
        ...{ name: 'twinfold_library_bytes', help: 'Bytes of all uploaded recordings together.', registers },
        async collect() {
          // While the database is away, the last figure stands.
          await read().then(
            (bytes) => this.set(bytes),
            () => {},
          );
        },
      });
    },
    error: (where) => errors.inc({ where: places(where) }),
  };
}

/** Every series of labels lives as long as the process: what is no word of ours, or one too many, is "other". */
function bounded(): (word: string) => string {
  const known = new Set<string>();
  return (word) => {
    if (known.has(word)) return word;
    if (known.size >= MOST_LABELS || !/^[A-Za-z]{1,32}$/.test(word)) return 'other';
    known.add(word);
    return word;
  };
}

function watchRooms(registry: Registry, looks: ReadonlySet<() => RoomLook>): void {
  const registers = [registry];
  new Gauge({
    ...{ name: 'twinfold_rooms', help: 'Open rooms of this process.', labelNames: ['mode', 'phase'], registers },
    collect() {
      this.reset();
      for (const look of looks) {
        const { mode, phase } = look();
        this.inc({ mode, phase });
      }
    },
  });
  const sum = (name: string, help: string, of: (look: RoomLook) => number): void => {
    new Gauge({
      ...{ name, help, registers },
      collect() {
        let total = 0;
        for (const look of looks) total += of(look());
        this.set(total);
      },
    });
  };
  sum('twinfold_people', 'Connected people who have a place in a room.', ({ people }) => people);
  sum('twinfold_spectators', 'Connected people who watch without a seat.', ({ spectators }) => spectators);
}

/** The share of its time that the thread of the rooms was busy: nearer to 1, answers begin to wait. */
function loopUtilisation(registry: Registry): void {
  let before = performance.eventLoopUtilization();
  new Gauge({
    name: 'twinfold_event_loop_utilisation',
    help: 'Share of the time since it was last asked for in which the thread of the rooms was busy, 0 to 1.',
    registers: [registry],
    collect() {
      const now = performance.eventLoopUtilization();
      this.set(performance.eventLoopUtilization(now, before).utilization);
      before = now;
    },
  });
}
