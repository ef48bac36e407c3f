/** A room's code as people say and type it. Apart from the schemas, so that the lobby needs no validator. */

/** Codes avoid look-alikes (0 O 1 I L 5 S 2 Z 8 B U V). */
export const CODE_LETTERS = 'ACDEFGHJKMNPQRTWXY34679';
export const CODE_LENGTH = 6;
