import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { diseaseIdPattern } from '#shared/base/schemas.ts';
import type { Disease, DiseaseAnnotation } from '#shared/disease/disease.ts';
import { parseFrequency } from '#shared/disease/frequency.ts';
import { countSkipped, numberedLines, type SkipCounter, type SkippedRows } from '#shared/disease/skipped-rows.ts';

/** A disease as the annotation file knows it; genes come from another file. */
export type AnnotatedDisease = Omit<Disease, 'genes'>;

export interface AnnotationReading {
  /** The release date that the file states; empty where it states none. */
  readonly version: string;
  /** In the order of their first row. */
  readonly diseases: readonly AnnotatedDisease[];
  /** Rows below the header. */
  readonly rowCount: number;
  readonly skipped: readonly SkippedRows[];
}

export interface AnnotationOptions {
  /** The live id of an annotated term, which may be obsolete or merged; null where the ontology does not know it. */
  readonly resolveTerm: (id: string) => string | null;
}

interface MutableDisease {
  readonly id: string;
  readonly name: string;
  readonly annotations: DiseaseAnnotation[];
  readonly inheritanceIds: Set<string>;
  readonly courseIds: Set<string>;
}

/** Columns of `phenotype.hpoa`, the same in the dialect before and after 2023 but for the spelling of their names. */
const columnCount = 12;
const headerPattern = /^#?database_?id\t/i;
const evidenceCodes: readonly string[] = ['PCS', 'TAS', 'IEA'] satisfies readonly DiseaseAnnotation['evidence'][];

/**
 * Reads `phenotype.hpoa`. Rows that cannot be used are counted by reason and never stop the reading; only a text without the
 * file's header line is refused.
 */
export function parseAnnotationFile(file: { readonly name: string; readonly text: string }, options: AnnotationOptions): Result<AnnotationReading, readonly Problem[]> {
  const skips = countSkipped(file.name);
  const diseases = new Map<string, MutableDisease>();
  let version = '';
  let rowCount = 0;
  let headerSeen = false;
  for (const { text, line } of numberedLines(file.text)) {
    if (headerPattern.test(text)) headerSeen = true;
    else if (text.startsWith('#')) version ||= /^#\s*(?:version|date)\s*:\s*(\S+)/i.exec(text)?.[1] ?? '';
    else if (text.trim() !== '') {
      if (!headerSeen) return refusal([noHeader(file.name, line)]);
      rowCount++;
      readRow(text, line, options, diseases, skips);
    }
  }
  if (!headerSeen) return refusal([noHeader(file.name, 1)]);
  return success({ version, diseases: [...diseases.values()].map(finish), rowCount, skipped: skips.summary() });
}

function readRow(text: string, line: number, options: AnnotationOptions, diseases: Map<string, MutableDisease>, skips: SkipCounter): void {
  const columns = text.split('\t');
  if (columns.length < columnCount - 1) return skips.skip('row with missing columns', line);
  const [id = '', name = '', qualifier = '', statedTerm = '', references = '', evidence = '', onset = '', frequency = '', sex = '', modifiers = '', aspect = ''] = columns;
  if (!diseaseIdPattern.test(id)) return skips.skip('disease id not understood', line);
  if (qualifier !== '' && qualifier.toUpperCase() !== 'NOT') return skips.skip('qualifier not understood', line);
  const termId = options.resolveTerm(statedTerm);
  if (termId === null) return skips.skip('term unknown to the ontology', line);
  if (termId !== statedTerm) skips.skip('merged or obsolete term, replaced by its live one (kept)', line);

  const disease = diseaseOf(diseases, id, name);
  const isNegated = qualifier !== '';
  switch (aspect.trim().toUpperCase()) {
    case 'P': {
      const stated = parseFrequency(frequency);
      if (stated === null) skips.skip('frequency not understood, taken as not stated (kept)', line);
      const onsetTermId = onset === '' ? null : options.resolveTerm(onset);
      if (onset !== '' && onsetTermId === null) skips.skip('onset term unknown to the ontology, left out (row kept)', line);
      disease.annotations.push({
        termId,
        isNegated,
        frequency: stated ?? { kind: 'unstated' },
        references: splitList(references),
        evidence: isEvidence(evidence) ? evidence : 'other',
        onsetTermId,
        sex: readSex(sex),
        modifierIds: splitList(modifiers).map(options.resolveTerm).filter((modifier) => modifier !== null),
      });
      return;
    }
    case 'I':
      if (isNegated) return skips.skip('negated mode of inheritance', line);
      disease.inheritanceIds.add(termId);
      return;
    case 'C':
      if (isNegated) return skips.skip('negated clinical course', line);
      disease.courseIds.add(termId);
      return;
    case 'M':
      return skips.skip('modifier of the whole disease (aspect M)', line);
    case 'H':
      return skips.skip('past medical history (aspect H)', line);
    default:
      return skips.skip('aspect not understood', line);
  }
}

function diseaseOf(diseases: Map<string, MutableDisease>, id: string, name: string): MutableDisease {
  const known = diseases.get(id);
  if (known !== undefined) return known;
  const disease: MutableDisease = { id, name: name.trim() === '' ? id : name.trim(), annotations: [], inheritanceIds: new Set(), courseIds: new Set() };
  diseases.set(id, disease);
  return disease;
}

const finish = (disease: MutableDisease): AnnotatedDisease => ({ ...disease, inheritanceIds: [...disease.inheritanceIds], courseIds: [...disease.courseIds] });

const isEvidence = (code: string): code is 'PCS' | 'TAS' | 'IEA' => evidenceCodes.includes(code);

function readSex(text: string): DiseaseAnnotation['sex'] {
  const word = text.trim().toLowerCase();
  return word === 'male' || word === 'female' ? word : null;
}

/** Most cells hold one entry or none. */
const splitList = (text: string): string[] => (text === '' ? [] : !/[;,]/.test(text) ? [text.trim()] : [...new Set(text.split(/[;,]/).map((part) => part.trim()).filter((part) => part !== ''))]);

function noHeader(file: string, line: number): Problem {
  return { severity: 'error', rule: 'not-annotations', message: 'the header line of an annotation file is missing, expected "database_id" or "#DatabaseID" before the first row', file, line };
}
