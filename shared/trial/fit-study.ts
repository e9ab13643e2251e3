import { conditionName, isWiderName, namesWithin, widerKeys, type ConditionName } from '#shared/trial/condition-name.ts';
import type { Study } from '#shared/trial/study.ts';
import type { PatientDisease, TrialPatient } from '#shared/trial/trial-patient.ts';

/**
 * Why a study may concern a patient, nearest first. disease: it is about the disease; gene: it names a gene of the disease or of a finding; subtype: about a
 * form of the disease; wider: about a group that the disease belongs to by its name; mention: its title or keywords name it; words: it has the words that
 * were typed; finding: about a finding of the patient; undiagnosed: about rare, genetic or undiagnosed disease as such.
 */
export const fitKinds = ['disease', 'gene', 'subtype', 'wider', 'mention', 'words', 'finding', 'undiagnosed'] as const;
export type FitKind = (typeof fitKinds)[number];

export interface StudyFit {
  readonly kind: FitKind;
  /** What of the patient it was found by: the name of the disease, the gene, the words. */
  readonly by: string;
  /** What of the study it was found in. */
  readonly found: string;
}

/** What studies are looked for by. Words of diseases, genes and findings only: nothing of a person. */
export interface StudyQuestion {
  readonly diseases: readonly { readonly id: string; readonly name: string; readonly names: readonly ConditionName[] }[];
  readonly genes: readonly string[];
  readonly findings: readonly { readonly label: string; readonly name: ConditionName }[];
  /** A disease is confirmed: what looks for one has nothing to look for. */
  readonly isDiagnosed: boolean;
  /** Typed by the user. */
  readonly words: string;
}

/** Keys by which an index finds the studies that a question may be about; `fitOf` then says whether they are. */
export interface StudyKeys {
  /** Names of conditions, those that count most first: the disease, what it belongs to, findings, undiagnosed disease. */
  readonly conditions: readonly (readonly string[])[];
  readonly genes: readonly string[];
  /** Each a list of words that a study must all have. */
  readonly words: readonly (readonly string[])[];
}

const anyDiseaseNames = ['Rare Disease', 'Genetic Disease', 'Genetic Diseases, Inborn', 'Inherited Disease', 'Mendelian Disorders'].map(conditionName);
const undiagnosedNames = ['Undiagnosed Diseases', 'Undiagnosed Rare Disease', 'Undiagnosed Genetic Disease'].map(conditionName);
const generalNames = (isDiagnosed: boolean): readonly ConditionName[] => (isDiagnosed ? anyDiseaseNames : [...anyDiseaseNames, ...undiagnosedNames]);

/** The diseases to look for on behalf of a patient: those confirmed or, where none is, those thought of; without what was ruled out. */
export function soughtDiseases({ diseases }: Pick<TrialPatient, 'diseases'>): readonly PatientDisease[] {
  const possible = diseases.filter(({ standing }) => standing !== 'ruled-out');
  const confirmed = possible.filter(({ standing }) => standing === 'confirmed');
  return confirmed.length > 0 ? confirmed : possible;
}

/** ASD is a hole in the heart to one and autism to another. */
const abbreviation = /^[A-Z0-9-]{2,6}$/;

/** What to look for on behalf of a patient. */
export function questionOf(patient: Pick<TrialPatient, 'diseases' | 'variants' | 'features'>, findingNames: ReadonlyMap<string, readonly string[]>, words: string): StudyQuestion {
  const sought = soughtDiseases(patient);
  const causal = patient.variants.filter(({ classification }) => classification === 'pathogenic' || classification === 'likely-pathogenic').map(({ gene }) => gene);
  // The gene of a disease that the phenotype alone speaks for is as good as that ranking; named all the same, since it is how studies of rare diseases are named.
  const genes = [...causal, ...sought.flatMap((disease) => disease.genes)].map((gene) => gene.toUpperCase());
  return {
    diseases: sought.map(({ id, name, names }) => ({ id, name, names: distinct([name, ...names].flatMap((one) => namesWithin(one))) })),
    genes: [...new Set(genes)].filter((gene) => gene !== ''),
    findings: patient.features.filter(({ state }) => state === 'observed').flatMap(({ termId, label }) => (findingNames.get(termId) ?? [label]).filter((one) => !abbreviation.test(one)).map((one) => ({ label, name: conditionName(one) }))),
    isDiagnosed: sought.some(({ standing }) => standing === 'confirmed'),
    words: words.trim(),
  };
}

export function keysOf(question: StudyQuestion): StudyKeys {
  const names = question.diseases.flatMap((disease) => disease.names);
  return {
    conditions: [names.map(({ key }) => key), names.flatMap(widerKeys), question.findings.map(({ name }) => name.key), generalNames(question.isDiagnosed).map(({ key }) => key)].map((keys) => [...new Set(keys)].filter((key) => key !== '')),
    genes: question.genes,
    words: [...names.filter((name) => name.words.length > 1 || name.key.length > 5).map((name) => name.words), ...(question.words === '' ? [] : [conditionName(question.words).words])].filter((words) => words.length > 0),
  };
}

/** The nearest reason for which a study concerns the question; null where there is none. */
export function fitOf(study: Study, question: StudyQuestion): StudyFit | null {
  const own = distinct(study.conditions.flatMap((text) => namesWithin(text)));
  const headings = distinct(study.headings.flatMap(({ term }) => namesWithin(term)));
  return fitOfDisease(study, own, headings, question) ?? fitOfWords(study, question) ?? fitOfFinding(study, own, question);
}

/** Symbols of genes as a study writes them: capitals and digits. A title in capitals throughout says nothing. */
export function genesNamedIn(study: Study): readonly string[] {
  const texts = [...study.conditions, ...study.keywords, study.title, study.officialTitle].filter((text) => /[a-z]/.test(text) || text.length <= 12);
  return [...new Set(texts.flatMap((text) => text.match(/\b(?:[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,5})?|C\d{1,2}orf\d{1,4})\b/g) ?? []).map((symbol) => symbol.toUpperCase()))];
}

/** Every key under which an index keeps a study. */
export function indexKeysOf(study: Study): { readonly conditions: readonly string[]; readonly genes: readonly string[]; readonly words: readonly string[] } {
  const conditions = distinct([...study.conditions, ...study.headings.map(({ term }) => term)].flatMap((text) => namesWithin(text)));
  const words = [study.title, study.officialTitle, study.acronym, ...study.conditions, ...study.keywords, ...study.headings.map(({ term }) => term)].flatMap((text) => allWords(text));
  return { conditions: conditions.map(({ key }) => key), genes: genesNamedIn(study), words: [...new Set(words)] };
}

/** Headings are made of the words of the conditions by a machine, and one word of them, such as fibrosis, is no group that the study is about. */
function fitOfDisease(study: Study, own: readonly ConditionName[], headings: readonly ConditionName[], { diseases, genes }: StudyQuestion): StudyFit | null {
  const conditions = distinct([...own, ...headings]);
  const pairs = (isFit: (condition: ConditionName, name: ConditionName) => boolean): { readonly by: string; readonly found: string } | null => {
    for (const disease of diseases) for (const name of disease.names) for (const condition of conditions) if (isFit(condition, name)) return { by: disease.name, found: condition.text };
    return null;
  };
  const same = pairs((condition, name) => condition.key === name.key);
  if (same !== null) return { kind: 'disease', ...same };
  const named = genesNamedIn(study);
  const gene = genes.find((symbol) => named.includes(symbol));
  if (gene !== undefined) return { kind: 'gene', by: gene, found: gene };
  const subtype = pairs((condition, name) => isTelling(name) && isWiderName(name, condition));
  if (subtype !== null) return { kind: 'subtype', ...subtype };
  const wider = pairs((condition, name) => condition.key !== '' && (condition.words.length > 1 || own.includes(condition)) && widerKeys(name).includes(condition.key));
  if (wider !== null) return { kind: 'wider', ...wider };
  for (const text of [study.title, study.officialTitle, ...study.keywords]) {
    const words = new Set(allWords(text));
    for (const disease of diseases) if (disease.names.some((name) => isTelling(name) && name.words.every((word) => words.has(word)))) return { kind: 'mention', by: disease.name, found: text };
  }
  return null;
}

function fitOfWords(study: Study, { words }: StudyQuestion): StudyFit | null {
  const wanted = conditionName(words).words;
  if (wanted.length === 0) return null;
  const present = new Set(indexKeysOf(study).words);
  return wanted.every((word) => present.has(word)) ? { kind: 'words', by: words, found: study.conditions[0] ?? study.title } : null;
}

function fitOfFinding(study: Study, own: readonly ConditionName[], { findings, isDiagnosed }: StudyQuestion): StudyFit | null {
  for (const condition of own.filter(({ text }) => !abbreviation.test(text))) {
    const finding = findings.find(({ name }) => name.key !== '' && name.key === condition.key);
    if (finding !== undefined) return { kind: 'finding', by: finding.label, found: condition.text };
  }
  if (ofOneGene.test(study.title) || ofOneGene.test(study.officialTitle)) return null;
  const general = own.find((condition) => generalNames(isDiagnosed).some(({ key, kinds }) => key === condition.key && [...kinds].some((kind) => condition.kinds.has(kind))));
  return general === undefined ? null : { kind: 'undiagnosed', by: general.text, found: general.text };
}

/** `Patients with SHANK3 mutations` is about one disease, even where the study calls its condition "genetic disease". */
const ofOneGene = /\b[A-Z][A-Z0-9]{2,9}[\s-](?:gene\s+)?(?:[Mm]utation|[Vv]ariant|[Dd]eletion|[Dd]eficien|[Hh]aploinsufficien|[Rr]elated)/;

/** One short word names too many things to look for inside other names. */
const isTelling = (name: ConditionName): boolean => name.words.length > 1 || name.key.length > 5;

/** Also the words that a comparison of names leaves out do no harm here. */
const allWords = (text: string): readonly string[] => namesWithin(text).flatMap(({ words }) => words);

function distinct(names: readonly ConditionName[]): readonly ConditionName[] {
  const byKey = new Map<string, ConditionName>();
  for (const name of names) if (!byKey.has(name.key)) byKey.set(name.key, name);
  return [...byKey.values()];
}
