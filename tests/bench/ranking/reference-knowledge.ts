import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Result } from '#shared/base/result.ts';
import { parseAnnotationFile } from '#shared/disease/annotation-file.ts';
import { type Disease } from '#shared/disease/disease.ts';
import { parseGeneFile } from '#shared/disease/gene-file.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';
import { createTermResolver } from '#shared/ontology/resolve-terms.ts';
import { type Ontology } from '#shared/ontology/term.ts';
import { referenceData } from '#tests/reference-data.ts';

export interface ReferenceKnowledge {
  readonly ontology: Ontology;
  readonly diseases: readonly Disease[];
  /** The live id of a term, or null. */
  readonly resolve: (id: string) => string | null;
}

/**
 * R1: annotations of the release of the ontology, partly curated from the same papers as the patients.
 * R2: annotations from before most of the patients were published, with the same ontology.
 */
export type Regime = 'R1' | 'R2';
export const regimes = ['R1', 'R2'] as const satisfies readonly Regime[];

const ontologyFile = 'knowledge/2025-05-06/hp.json.gz';
const filesOf: Readonly<Record<Regime, { readonly annotations: string; readonly genes: string }>> = {
  R1: { annotations: 'knowledge/2025-05-06/phenotype.hpoa.gz', genes: 'knowledge/2025-05-06/genes_to_disease.txt.gz' },
  R2: { annotations: 'knowledge/2023-01-27/phenotype.hpoa.gz', genes: 'knowledge/2023-01-27/genes_to_phenotype.txt.gz' },
};

export const referenceFiles: readonly string[] = [ontologyFile, ...regimes.flatMap((regime) => [filesOf[regime].annotations, filesOf[regime].genes])];

/** Reads the reference release of a regime, or null where the reference data is absent. */
export function readReferenceKnowledge(regime: Regime): ReferenceKnowledge | null {
  const ontologyPath = referenceData(ontologyFile);
  const annotationPath = referenceData(filesOf[regime].annotations);
  const genePath = referenceData(filesOf[regime].genes);
  if (ontologyPath === null || annotationPath === null || genePath === null) return null;
  const { ontology } = expectRead(parseObographs(readText(ontologyPath)));
  const resolve = createTermResolver(ontology);
  const { genesOf } = expectRead(parseGeneFile(readText(genePath)));
  const { diseases } = expectRead(parseAnnotationFile(readText(annotationPath), { resolveTerm: resolve }));
  return { ontology, resolve, diseases: diseases.map((disease) => ({ ...disease, genes: genesOf.get(disease.id) ?? [] })) };
}

function readText(path: string): { readonly name: string; readonly text: string } {
  return { name: basename(path), text: gunzipSync(readFileSync(path)).toString('utf8') };
}

function expectRead<Value>(read: Result<Value, unknown>): Value {
  if (!read.ok) throw new Error(`reference data cannot be read: ${JSON.stringify(read.error)}`);
  return read.value;
}
