import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeReleaseFile } from '#db/knowledge/compile-knowledge.ts';
import { knowledgeFormat } from '#db/knowledge/knowledge-format.ts';
import { openKnowledge, openKnowledgeInMemory, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';

export const starterName = 'starter';

const catalogue = {
  kind: 'starter',
  ontology: starterOntology,
  annotationVersion: starterOntology.version,
  diseases: starterDiseases,
  notice: 'Starter catalogue of Nostos: well-known disorders only, written from general medical knowledge. Terms, ids and hierarchy are those of the Human Phenotype Ontology (https://hpo.jax.org). Install a full release for real work.',
} as const;

/**
 * The catalogue that comes with Nostos, so that the app is of use before anything is installed. Its compiled form is kept in the cache
 * under the hash of its content, which makes the next start faster; where nothing can be written it lives in memory.
 */
export function openStarter(cacheFolder: string): KnowledgeFile {
  const path = join(cacheFolder, `starter-${contentKey()}.sqlite`);
  const kept = existsSync(path) ? openKnowledge(path, starterName) : null;
  if (kept?.ok === true) return kept.value;
  const written = writeReleaseFile(path, { ...catalogue, sources: [] }, () => undefined);
  const opened = written.ok ? openKnowledge(path, starterName) : null;
  return opened?.ok === true ? opened.value : openStarterInMemory();
}

export function openStarterInMemory(): KnowledgeFile {
  return openKnowledgeInMemory({ ...catalogue, name: starterName });
}

/** As it stands in the list of releases, without compiling it. */
export function describeStarter(isActive: boolean): KnowledgeRelease {
  return {
    name: starterName,
    kind: 'starter',
    ontologyVersion: starterOntology.version,
    annotationVersion: starterOntology.version,
    installedAt: null,
    termCount: starterOntology.terms.length,
    diseaseCount: starterDiseases.length,
    annotationCount: starterDiseases.reduce((sum, disease) => sum + disease.annotations.length, 0),
    isActive,
    notice: catalogue.notice,
  };
}

function contentKey(): string {
  return createHash('sha256').update(JSON.stringify([knowledgeFormat, algorithmVersion, catalogue])).digest('hex').slice(0, 32);
}
