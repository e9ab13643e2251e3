import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { withPlainLineEnds } from '#shared/pedigree/formats/decode-text.ts';
import { formatNames, type FamiliesReading, type FamilyFormat, type FamilyText, type NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { readCanrisk } from '#shared/pedigree/formats/canrisk/read-canrisk.ts';
import { writeCanrisk } from '#shared/pedigree/formats/canrisk/write-canrisk.ts';
import { readFhir } from '#shared/pedigree/formats/fhir/read-fhir.ts';
import { writeFhir } from '#shared/pedigree/formats/fhir/write-fhir.ts';
import { readGa4gh } from '#shared/pedigree/formats/ga4gh/read-ga4gh.ts';
import { writeGa4gh } from '#shared/pedigree/formats/ga4gh/write-ga4gh.ts';
import { readGedcom } from '#shared/pedigree/formats/gedcom/read-gedcom.ts';
import { writeGedcom } from '#shared/pedigree/formats/gedcom/write-gedcom.ts';
import type { LossKind } from '#shared/pedigree/formats/loss-kinds.ts';
import { lossesBetween, lossMessage, type Loss } from '#shared/pedigree/formats/losses.ts';
import { readNostosFile, writeNostosFile } from '#shared/pedigree/formats/nostos/nostos-file.ts';
import { readPhenopacketFamily } from '#shared/pedigree/formats/phenopacket/read-phenopacket-family.ts';
import { writePhenopacketFamily } from '#shared/pedigree/formats/phenopacket/write-phenopacket-family.ts';
import { readPed } from '#shared/pedigree/formats/ped/read-ped.ts';
import { writePed } from '#shared/pedigree/formats/ped/write-ped.ts';
import type { WrittenFamily, WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family } from '#shared/pedigree/family.ts';

export interface FamilyWriting {
  readonly text: string;
  /** What the file does not hold, found by reading it back. */
  readonly losses: readonly Loss[];
}

export interface WriteOptions {
  /** The day of writing, `YYYY-MM-DD`, for formats that ask for it. */
  readonly writtenOn?: string | undefined;
}

/** One family in a format. */
export function writeFamily(family: Family, format: FamilyFormat, { name = '1', writtenOn }: WriteOptions & { readonly name?: string } = {}): Result<FamilyWriting, Failure> {
  return writeFamilies([{ name, family }], format, writtenOn === undefined ? {} : { writtenOn });
}

/** Formats that tell several families in one file apart. */
export const formatsOfSeveral: ReadonlySet<FamilyFormat> = new Set(['ped', 'nostos']);

/**
 * Writes families and says what the format could not hold. Each text is read back before it is handed out, so the losses are those that a reader
 * meets, and people of several families are named `family/id`.
 */
export function writeFamilies(families: readonly NamedFamily[], format: FamilyFormat, { writtenOn = '1970-01-01' }: WriteOptions = {}): Result<FamilyWriting, Failure> {
  if (families.length !== 1 && !formatsOfSeveral.has(format)) return refusal(failure('rule-broken', `${formatNames[format]} holds one family and there are ${String(families.length)}; choose one of them.`));
  if (families.some(({ family }) => family.individuals.length === 0)) return refusal(failure('rule-broken', 'There is nobody in the family yet; add somebody first.'));
  const file = asResult(formats[format].write(families, writtenOn));
  if (!file.ok) return file;
  const reading = formats[format].read({ fileName: `${format} file`, text: withPlainLineEnds(file.value.text) });
  if (reading.families.length !== families.length) throw new Error(`${format}: what was written cannot be read: ${reading.problems.map(({ rule }) => rule).join(', ')}`);
  const losses = file.value.written.map((written, index) => lossesOf(written, reading.families[index]?.family ?? written.family, format));
  return success({ text: file.value.text, losses: families.length === 1 ? (losses[0] ?? []) : mergedLosses(file.value.written, losses, format) });
}

interface FormatParts {
  /** A refusal where the format cannot hold such a family at all. */
  readonly write: (families: readonly NamedFamily[], writtenOn: string) => WrittenFile | Result<WrittenFile, Failure>;
  readonly read: (text: FamilyText) => FamiliesReading;
}

const formats: Readonly<Record<FamilyFormat, FormatParts>> = {
  ped: { write: writePed, read: readPed },
  gedcom5: { write: (families) => writeGedcom(families, '5.5.1'), read: readGedcom },
  gedcom7: { write: (families) => writeGedcom(families, '7.0'), read: readGedcom },
  canrisk: { write: writeCanrisk, read: readCanrisk },
  fhir: { write: writeFhir, read: readFhir },
  ga4gh: { write: writeGa4gh, read: readGa4gh },
  phenopacket: { write: writePhenopacketFamily, read: readPhenopacketFamily },
  nostos: { write: writeNostosFile, read: readNostosFile },
};

const asResult = (written: WrittenFile | Result<WrittenFile, Failure>): Result<WrittenFile, Failure> => ('ok' in written ? written : success(written));

function lossesOf(written: WrittenFamily, readBack: Family, format: FamilyFormat): readonly Loss[] {
  const losses = lossesBetween(written.family, readBack, written.fileIds, formatNames[format]);
  if (written.addedIds.size === 0) return losses;
  const added = new Set(written.addedIds);
  const original = new Map([...written.fileIds].map(([id, fileId]) => [fileId, id]));
  const people = readBack.parentEdges.filter(({ parentId }) => added.has(parentId)).map(({ childId }) => original.get(childId) ?? childId);
  return [...losses, { kind: 'added-parents', people: [...new Set(people)], message: `${formatNames[format]} cannot hold one parent without the other: ${String(added.size)} of whom nothing is known were added.` }];
}

/** One entry for each kind; the people under `family/id`. */
function mergedLosses(written: readonly WrittenFamily[], losses: readonly (readonly Loss[])[], format: FamilyFormat): readonly Loss[] {
  const people = new Map<LossKind, string[]>();
  losses.forEach((own, index) => {
    for (const loss of own) people.set(loss.kind, [...(people.get(loss.kind) ?? []), ...loss.people.map((id) => `${written[index]?.name ?? ''}/${id}`)]);
  });
  return [...people].map(([kind, ids]) => ({ kind, people: ids, message: lossMessage(kind, ids.length, formatNames[format]) }));
}
