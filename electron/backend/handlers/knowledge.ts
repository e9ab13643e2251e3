import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import { downloadRelease, type FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';
import { readSourceFolder, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CompileReport } from '#shared/contract/knowledge-procedures.ts';

/** `fetchFile` is the only way to the network, so that a test can put a server of its own there. */
export function createKnowledgeHandlers(fetchFile: FetchFile) {
  return {
    'knowledge.list': (_input, context) => success(context.knowledge.list()),
    'knowledge.activate': ({ name }, context) => {
      const activated = context.knowledge.activate(name);
      if (activated.ok) announce(context);
      return activated;
    },
    'knowledge.verify': ({ name }, context) => context.knowledge.verify(name),
    'knowledge.install': async (input, context, run) => {
      run.progress(0, null, 'Reading the files');
      const sources = 'folder' in input ? readSourceFolder(input.folder) : success(input.files.map((file): KnowledgeSource => ({ name: file.name, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) })));
      return sources.ok ? installSources(sources.value, input.name, context, run) : sources;
    },
    'knowledge.download': async ({ release }, context, run) => {
      if (!context.vault.repositories().settings.read().isDownloadAllowed) {
        return refusal(failure('rule-broken', 'Downloads are switched off. Allow them in the settings first, or install the release from downloaded files.'));
      }
      const sources = await downloadRelease({ release, fetchFile, signal: run.signal, onProgress: run.progress });
      return sources.ok ? installSources(sources.value, null, context, run) : sources;
    },
  } as const satisfies Handlers<'knowledge'>;
}

export const knowledgeHandlers = createKnowledgeHandlers((address, options) => fetch(address, options));

/** Compiles in a worker; the release appears only when it is whole, and a cancelled job leaves nothing. */
async function installSources(sources: readonly KnowledgeSource[], name: string | null, context: BackendContext, run: JobRun): Promise<Result<CompileReport, Failure>> {
  const path = context.knowledge.incomingPath();
  const compiled = await run.inWorker('knowledge.compile', { sources, to: path });
  if (!compiled.ok) {
    context.knowledge.discard(path);
    return compiled;
  }
  if (run.signal.aborted) {
    context.knowledge.discard(path);
    return refusal(failure('cancelled', 'It was cancelled. Nothing was changed.'));
  }
  const release = context.knowledge.adopt(path, name);
  if (!release.ok) return release;
  announce(context);
  const { milliseconds, files, skipped } = compiled.value;
  return success({ release: release.value, milliseconds, files, skipped });
}

function announce(context: BackendContext): void {
  context.emit({ kind: 'changed', topics: ['knowledge', 'app'] });
}
