import packageJson from '../package.json' with { type: 'json' };
import { nodeFiles, systemClock } from './machine/index.ts';
import { run } from './program/index.ts';
import { processIo } from './terminal/index.ts';

// A reader that stops early (`tranche read ... | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  io: processIo(),
  files: nodeFiles,
  clock: systemClock,
  version: packageJson.version,
});
