/** Why an address cannot be listened on, in a sentence for the operator. */

/** Its message is that sentence. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface Address {
  readonly port: number;
  readonly host: string | undefined;
}

export function explainListening(error: Error, { port, host }: Address): string {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program (perhaps another Twinfold). Stop that one, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used without special rights. Choose one above 1023: PORT=2567 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address “${host ?? ''}”. Leave HOST out to listen on all of its addresses.`;
  }
  return `The server could not listen on port ${port}: ${error.message}`;
}
