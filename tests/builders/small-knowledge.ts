import { join } from 'node:path';
import { compileKnowledge } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { smallReleaseFiles } from '#tests/builders/release-files.ts';
import { smallGeneNames } from '#tests/builders/supplement-files.ts';

/** The small release, compiled into a folder with or without the names of its genes, and open. */
export function openSmallKnowledge(folder: string, name: string, hasGeneNames: boolean): KnowledgeFile {
  const names = { name: 'hgnc_complete_set.txt', bytes: new TextEncoder().encode(smallGeneNames) };
  const report = compileKnowledge({ sources: [...smallReleaseFiles(), ...(hasGeneNames ? [names] : [])], to: join(folder, name) });
  if (!report.ok) throw new Error(report.error.message);
  const opened = openKnowledge(join(folder, name));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
