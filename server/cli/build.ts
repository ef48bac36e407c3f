/** `npm run build`: builds the page as `npm start` would, without starting anything. */
import { fileURLToPath } from 'node:url';
import { ensureClient } from '../http/client-build.ts';
import { run } from './signals.ts';

run(async () => {
  const folder = await ensureClient(fileURLToPath(new URL('../..', import.meta.url)), (line) => console.log(line));
  console.log(`The page is built: ${folder}`);
});
