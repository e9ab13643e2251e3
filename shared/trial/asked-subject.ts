/** Who can answer what the case does not. */
export const answerers = ['family', 'clinic', 'study'] as const;
export type Answerer = (typeof answerers)[number];

export interface AskedQuestion {
  readonly text: string;
  readonly answerer: Answerer;
}

/** Subjects that no record of a case decides, each with the question for it. The first that fits counts. */
const subjects: readonly { readonly pattern: RegExp; readonly question: string; readonly answerer: Answerer }[] = [
  { pattern: /\bin the (?:opinion|judg(?:e)?ment) of|investigator'?s?\b|\binvestigator|\bsponsor\b|at the discretion/i, question: 'The study decides this itself', answerer: 'study' },
  { pattern: /pregnan|breast-?\s?feed|lactat|nursing|childbearing|child-bearing|contracepti|birth control|condom/i, question: 'Pregnancy, breast-feeding or contraception, as far as it concerns this person', answerer: 'family' },
  { pattern: /\b(?:another|other|any|concurrent|concomitant|previous|prior)\b[^.]{0,60}\b(?:clinical (?:trial|study)|trial|study|investigational)\b|investigational (?:drug|product|agent|medicin|device|treatment)|gene therapy/i, question: 'Is the person in another study, or was in one lately', answerer: 'family' },
  { pattern: /\bconsent|\bassent|legal(?:ly)? (?:guardian|authori[sz]ed)|parent(?:s|al)?\b.*\b(?:willing|sign|permission)/i, question: 'Would the person, or the parents, agree and sign', answerer: 'family' },
  { pattern: /willing|able to|ability to|capable of|unable|inability|unwilling|compl(?:y|iance)|cooperat|adhere|swallow|speak|fluent|language|travel|caregiver|visits?\b/i, question: 'Can and will the family manage this', answerer: 'family' },
  { pattern: /allerg|hypersensitiv|intoleran|sensitivity to/i, question: 'Is an allergy or intolerance known', answerer: 'family' },
  { pattern: /medication|treatment with|treated with|therapy|taking|\bdrugs?\b|\bdose|receiv|vaccin|surgery|transplant/i, question: 'Which treatments are or were given, and when', answerer: 'family' },
  { pattern: /[<>≤≥]|\bmg\b|\/d?l\b|score|scale|\bindex\b|\btest(?:s|ing|ed)?\b|laborator|\bMRI\b|\bECG\b|\bQTc?|\bEEG\b|serum|plasma|creatinine|bilirubin|h(?:a)?emoglobin|platelet|count\b|imaging|biopsy|confirmed by|examination/i, question: 'What do the measurements say', answerer: 'clinic' },
  { pattern: /variant|mutation|genetic|molecular|diagnos/i, question: 'What do the records say', answerer: 'clinic' },
];

/** What has to be asked about a criterion that the case leaves open, and of whom. The words of the study stay as they are. */
export function questionAbout(criterion: string): AskedQuestion {
  const known = subjects.find(({ pattern }) => pattern.test(criterion));
  return known === undefined ? { text: 'Is this so', answerer: 'family' } : { text: known.question, answerer: known.answerer };
}
