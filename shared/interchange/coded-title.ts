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
