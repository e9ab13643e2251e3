import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { isUnderstood } from '#shared/pedigree/formats/check-family.ts';
import { decodeText, withPlainLineEnds } from '#shared/pedigree/formats/decode-text.ts';
import type { FamiliesReading, FamilyText } from '#shared/pedigree/formats/family-format.ts';
import { canriskBeginning, readCanrisk } from '#shared/pedigree/formats/canrisk/read-canrisk.ts';
import { readFhir } from '#shared/pedigree/formats/fhir/read-fhir.ts';
import { readGa4gh } from '#shared/pedigree/formats/ga4gh/read-ga4gh.ts';
import { readGedcom } from '#shared/pedigree/formats/gedcom/read-gedcom.ts';
import { decodeLegacyGedcom } from '#shared/pedigree/formats/gedcom/legacy-encoding.ts';
import { nostosFormatName, readNostosFile } from '#shared/pedigree/formats/nostos/nostos-file.ts';
import { readPhenopacketFamily } from '#shared/pedigree/formats/phenopacket/read-phenopacket-family.ts';
import { readPed } from '#shared/pedigree/formats/ped/read-ped.ts';

/** A family of 5,000 people with all that can be said of them stays below this. */
export const largestFamilyFile = 64 * 1024 * 1024;

export interface FamilyFile {
  readonly fileName: string;
  readonly content: Uint8Array | string;
}

/**
 * Reads the families of a file whose format its content tells. A refusal of the kind `rule-broken` was understood, and says what no family can be;
 * one of the kind `invalid-input` could not be read. Never throws, whatever the file holds.
 */
export function readFamilies({ fileName, content }: FamilyFile): Result<FamiliesReading, Failure> {
  if (content.length > largestFamilyFile) return refusal(unreadable(fileName, 'too-large', `the file is larger than ${String(largestFamilyFile / 1024 / 1024)} MB, expected the file of a family`));
  const text = typeof content === 'string' ? withPlainLineEnds(content) : (decodeText(content) ?? decodeLegacyGedcom(content));
  if (text === null) return refusal(unreadable(fileName, 'not-text', 'this is no text in UTF-8 or UTF-16, expected the file of a family'));
  if (text.trim() === '') return refusal(unreadable(fileName, 'empty', 'the file is empty, expected a family'));
  return withFamilies(readerOf(text)({ fileName, text: withPlainLineEnds(text) }));
}

/** The reader for a text, told by how it begins. */
function readerOf(text: string): (input: FamilyText) => FamiliesReading {
  const beginning = text.slice(0, 4_000).trimStart();
  if (/^0\s+HEAD\b/.test(beginning)) return readGedcom;
  if (canriskBeginning.test(beginning)) return readCanrisk;
  if (beginning.startsWith('{') && beginning.includes(nostosFormatName)) return readNostosFile;
  if (/^[[{]/.test(beginning) && /"persons"\s*:/.test(text)) return readPhenopacketFamily;
  if (/^[[{<]/.test(beginning)) return /"Composition"|<Composition|purl\.org\/ga4gh\/kin|pedigree-fhir-ig/.test(text) ? readGa4gh : readFhir;
  return readPed;
}

function withFamilies(reading: FamiliesReading): Result<FamiliesReading, Failure> {
  if (reading.families.length > 0) return success(reading);
  const kind = isUnderstood(reading.problems) ? 'rule-broken' : 'invalid-input';
  return refusal(failure(kind, 'No family of the file could be read; nothing was changed. See what is wrong with it.', reading.problems));
}

const unreadable = (fileName: string, rule: string, message: string): Failure => failure('invalid-input', 'The file could not be read; nothing was changed.', [{ severity: 'error', rule, message, file: fileName, line: 1 }]);
