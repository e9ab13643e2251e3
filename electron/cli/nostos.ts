import { runInProcess } from '#electron/cli/run-in-process.ts';

await runInProcess(process.argv.slice(2));
