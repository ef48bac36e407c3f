/** Where creatures are kept that somebody wants a link to: what they grow from, and nothing about whoever kept them. */

export interface NewCreature {
  /** Follows from the bytes alone: the same creature has the same. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly bytes: Uint8Array;
}

export type StoredCreature = Omit<NewCreature, 'id'>;

export interface CreatureStore {
  /** One that is there already is kept anew from now on. 'full' where there are `most` of them, and this is not one. */
  keepCreature(creature: NewCreature, most: number): Promise<'kept' | 'full'>;
  readCreature(id: string): Promise<StoredCreature | null>;
  /** Deletes those kept before a moment (milliseconds since 1970). Returns how many. */
  forgetCreaturesBefore(moment: number): Promise<number>;
}
