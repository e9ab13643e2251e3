import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import type { CliIo } from '#electron/cli/cli-command.ts';

/** The knowledge that `--knowledge` names: an installed release, a compiled file or a folder of HPO files. Null: it has been said why not. */
export async function openKnowledge(name: string, io: CliIo): Promise<KnowledgeFile | null> {
  const { openKnowledgeFrom } = await import('#electron/backend/knowledge/knowledge-session.ts');
  const opened = openKnowledgeFrom(name, { dataFolder: dataFolder(io.environment), onProgress: io.progress });
  if (opened.ok) return opened.value;
  io.complain(`--knowledge: ${opened.error.message}`);
  return null;
}
