import { Ajv2019 } from 'ajv/dist/2019.js';
import { globSync, readFileSync } from 'node:fs';
import { referenceData } from '#tests/reference-data.ts';

/** Null where the reference data is absent. */
export const schemaFolder = referenceData('phenopackets/schema-v2');

const address = (file: string): string => `classpath:/org/phenopackets/phenopackettools/validator/jsonschema/${file}`;

/** Checks a message by the JSON Schema of Phenopacket v2; its files are kept under the addresses by which they refer to each other. */
export function phenopacketValidator(message: 'family-schema' | 'phenopacket-schema') {
  const ajv = new Ajv2019({ strict: false, validateFormats: false });
  for (const path of globSync(`${schemaFolder ?? ''}/*.json`)) {
    // Without the dialect it names, which would have to be known to the validator.
    const { $schema: _dialect, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    // Some files of the schema refer to others without the folder of the version.
    for (const folder of ['v2/', '']) ajv.addSchema({ ...schema, $id: address(`${folder}${path.replace(/^.*\//, '')}`) });
  }
  return (value: unknown) => {
    const isValid = ajv.validate(address(`v2/${message}.json`), value);
    return { isValid, errors: ajv.errors ?? [] };
  };
}
