/** A room that says back what it is told, by which a page finds out whether live connections pass here. */

/** Colyseus room name. */
export const ECHO_ROOM = 'echo';

/** The one message, both ways: a string of at most so many letters comes back as it is. */
export const ECHO_MESSAGE = 'echo';
export const ECHO_LETTERS = 1024;

/** How much the check page fetches to learn how fast the network is: as much as a first visit with a match takes. */
export const CHECK_DOWNLOAD_BYTES = 1_000_000;
