// Nothing is imported before the check: the database library ends the process without a word on an older Node.
const neededNapi = 10;
const isOldNode = Number(process.versions.napi) < neededNapi;

if (isOldNode) {
  process.stderr.write(
    `nostos: Node ${process.versions.node} is too old, expected 22.18 or newer. In a checkout on Linux, "npm run nostos -- …" uses the Node that npm ci brings; elsewhere install it from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else {
  const { runInProcess } = await import('#electron/cli/run-in-process.ts');
  await runInProcess(process.argv.slice(2));
}

export {};
