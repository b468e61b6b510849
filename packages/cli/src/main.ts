import packageJson from '../package.json' with { type: 'json' };
import { INTERRUPTED } from './commands/index.ts';
import { nodeFiles, systemClock } from './machine/index.ts';
import { run } from './program/index.ts';
import { processIo } from './terminal/index.ts';

// A reader that stops early (`tranche read ... | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const status = await run(process.argv.slice(2), {
  io: processIo(),
  files: nodeFiles,
  clock: systemClock,
  version: packageJson.version,
});
process.exitCode = status;
// What Ctrl-C left under way (a fetch, a pipe nobody writes into) would keep the process alive.
if (status === INTERRUPTED) process.exit();
