import type { BackendContext } from '#electron/backend/context.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { ExportRequest } from '#shared/interchange/export-request.ts';

/** What a writer may put into a file: the case as the level leaves it, so that no writer can let through what the level takes out. */
export interface ExportSource {
  readonly file: CaseFile;
  readonly request: ExportRequest;
  /** By what the family is called in the file and in its name: the clinic's reference, or its pseudonym. */
  readonly title: string;
  /** The day of the export, ISO 8601. */
  readonly today: string;
  /** What stands on a letterhead. */
  readonly clinic: { readonly clinicName: string; readonly clinicianName: string; readonly telephone: string };
  /** Whom an answer reaches, for the formats that are nothing without it; `href` is a mailto: or a web address. Said at every level. */
  readonly contact: { readonly name: string; readonly institution: string; readonly href: string };
  readonly context: BackendContext;
}

export interface WrittenExport {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  /** The same for the eye: HTML of a document for people, text of a file for programs. */
  readonly preview: { readonly kind: 'html' | 'text'; readonly text: string };
  readonly losses: readonly { readonly kind: string; readonly people: readonly string[]; readonly message: string }[];
}

/** `bytes` of a preview are not made where that is slow: the writer of a PDF answers its HTML at once. */
export type ExportWriter = (source: ExportSource, want: 'preview' | 'file') => Promise<Result<WrittenExport, Failure>>;
