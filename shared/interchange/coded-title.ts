/** What somebody named by a code, such as a drug of an imported file. */
export interface CodedTitle {
  readonly label: string;
  /** A CURIE, such as `DrugCentral:1610`. */
  readonly code: string;
}

/** Public vocabularies of treatments, procedures and what they are given for; in none of them does a code tell who somebody is. */
const publicCode = /^(?:CHEBI|DrugCentral|DRUGBANK|RxNorm|RXCUI|ATC|NCIT|SNOMEDCT|SNOMED|SCTID|MAXO|LOINC|UMLS|HP|MONDO|OMIM|ORPHA|CPT|OPS|ICD10PCS):[A-Z]{0,3}\d[0-9A-Z]{0,11}(?:[-.]\d{1,4})?$/i;

/** An event has no field for a code, so its title says it behind the name: `losartan (DrugCentral:1610)`. */
export const writeCodedTitle = ({ label, code }: CodedTitle): string => (publicCode.test(code) ? (label === '' || label === code ? code : `${label} (${code})`) : label === '' ? code : label);

/** Null where the title holds no code of a public vocabulary. One that is nothing but a code is its own name. */
export function readCodedTitle(title: string): CodedTitle | null {
  const text = title.trim();
  if (publicCode.test(text)) return { label: text, code: text };
  const [, label, code] = /^(.*\S) \(([^\s()]+)\)$/.exec(text) ?? [];
  return label === undefined || code === undefined || !publicCode.test(code) ? null : { label, code };
}

const unitAtom = String.raw`(?:[kmunpfcd]?(?:g|L|l|m|mol|eq|Eq|U|IU|\[IU\]|s|Bq|Gy|V|Hz|Pa|cal)|mm\[Hg\]|%|min|h|d|wk|mo|a|kg|10\*\d{1,2}|1|\[pH\]|Cel|ratio)`;
/** A number in a unit of UCUM, with what is usual: nothing else is a value that tells nobody. */
const value = new RegExp(String.raw`(-?\d{1,7}(?:\.\d{1,6})? ${unitAtom}(?:[/.]${unitAtom}){0,3}(?: \(-?\d{1,7}(?:\.\d{1,6})? to -?\d{1,7}(?:\.\d{1,6})?\))?)$`);

/** What was measured at the end of a name, such as `25 mm[Hg] (10 to 21)`; empty where there is nothing of the kind. */
export const measuredValue = (label: string): string => new RegExp(`(?:^|: )${value.source}`).exec(label)?.[1] ?? '';
