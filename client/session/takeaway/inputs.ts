/** A match's inputs as plain data to read or to reckon with: settings, founder, secret, and every command, from which all else follows. */
import type { Recording, RecordingFile } from '../../../shared/replay/recording.ts';
import { hexOf } from '../../../shared/sim/hash.ts';
import type { Command } from '../../../shared/sim/world/world.ts';

/** Bytes are hexadecimal. `tick` and `seat` are the model's, from 0; `generation` and `habitat` count from 1, as people do. */
export function inputsOf({ recording, format, mark }: RecordingFile): object {
  const { kernel, settings, founderGenome, secret, origin, frames } = recording;
  return {
    twinfold: { format, mark: hexOf(mark), kernel },
    settings,
    founderGenome: hexOf(founderGenome),
    secret: secret && hexOf(secret),
    origin: origin && {
      parent: hexOf(origin.parent),
      generation: origin.from + 1,
      anew: origin.anew.map(({ from, parts, secret: other }) => ({
        generation: from + 1,
        parts,
        secret: hexOf(other),
      })),
    },
    ...drawnCards(recording),
    commands: frames.flatMap(({ commands, generation }) => commands.map((command) => told(command, generation))),
  };
}

const told = (command: Command, generation: number): object => ({
  ...command,
  generation: generation + 1,
  habitat: command.seat + 1,
});

/** Cards that nobody laid: the disaster's and the exam's, where the recording reaches them. */
function drawnCards({ frames }: Recording): object {
  const births = frames.flatMap((frame) => (frame.kind === 'births' ? [frame] : []));
  const struck = births.find(({ shock }) => shock !== null);
  return {
    disaster: struck?.shock ? { ...struck.shock, generation: struck.generation + 1 } : null,
    exam: births.find(({ examPressures }) => examPressures.length > 0)?.examPressures ?? [],
  };
}
