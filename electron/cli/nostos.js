// Plain JavaScript, since an older Node cannot read the rest: `npm start` and `npm run nostos` begin here and say what to do.
if (typeof process.features.typescript === 'string' && Number(process.versions.napi) >= 10) await import('#electron/cli/nostos.ts');
else {
  process.stderr.write(`nostos: Node ${process.versions.node} is too old, expected 22.18 or newer. Install it from https://nodejs.org; on Linux x64 "npm ci" brings its own, which "npm start" and "npm run nostos" use.\n`);
  process.exitCode = 2;
}
