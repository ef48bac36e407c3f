/** Bytes on the wire: a creature and generation in outcome frames, and a creature in a snapshot for who joins late. */
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { encodeRecording } from '../../shared/replay/recording.ts';
import { BODY_BYTES } from '../../shared/sim/embryo/body.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';
import { type Bench, type BenchRow, row } from './harness.ts';

/** DESIGN.md, "Promises": a generation costs at most this much a creature. */
const MOST_A_CREATURE = 8;
const MOST_SNAPSHOT = 400_000;

/** One habitat of 30 bears the frames' heads alone: the dearest case. 40 habitats are the largest class. */
const WORLDS = [
  { habitats: 1, population: 30 },
  { habitats: 6, population: 30 },
  { habitats: 40, population: 30 },
];

export const bench: Bench = async () => {
  const rows: BenchRow[] = [];
  for (const size of WORLDS) rows.push(...(await measureWorld(size)));
  return rows;
};

async function measureWorld(size: { habitats: number; population: number }): Promise<BenchRow[]> {
  const settings = tinySettings({ ...size, rounds: 8, generationsPerRound: 3 });
  let bytes = 0;
  let most = 0;
  let creatures = 0;
  const { world, recording } = await playTiny(1, {
    settings,
    onGeneration({ births, season, world: after }) {
      const generation = encodeFrame(births).length + encodeFrame(season).length;
      bytes += generation;
      creatures += after.creatures.length;
      most = Math.max(most, generation / after.creatures.length);
    },
  });
  const name = `${size.habitats} × ${size.population}`;
  const snapshot = encodeSnapshot(world).length;
  const born = world.creatures.length;
  const bar = { of: 'value', most: MOST_A_CREATURE } as const;
  return [
    // Compared with sending the genome, and with sending the body: what a protocol without development would have to do.
    row({
      name: `${name}: a creature and generation, mean`,
      value: bytes / creatures,
      unit: 'bytes',
      baseline: GENOME_BYTES,
      bar,
    }),
    row({ name: `${name}: a creature and generation, most`, value: most, unit: 'bytes', baseline: BODY_BYTES, bar }),
    row({ name: `${name}: snapshot, a creature`, value: snapshot / born, unit: 'bytes', baseline: GENOME_BYTES }),
    row({ name: `${name}: snapshot`, value: snapshot, unit: 'bytes', bar: { of: 'value', most: MOST_SNAPSHOT } }),
    row({ name: `${name}: recording of 8 rounds`, value: encodeRecording(recording).length, unit: 'bytes' }),
  ];
}
