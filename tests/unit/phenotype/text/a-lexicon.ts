import type { Synonym } from '#shared/ontology/term.ts';
import { buildTermLexicon, type LexiconSource } from '#shared/phenotype/text/term-lexicon.ts';

const names: readonly (readonly [id: string, label: string, ...synonyms: readonly string[]])[] = [
  ['HP:0001250', 'Seizure', 'Seizures'],
  ['HP:0002373', 'Febrile seizure (within the age range of 3 months to 6 years)', 'Fever-induced seizures'],
  ['HP:0001252', 'Hypotonia', 'Muscular hypotonia'],
  ['HP:0000365', 'Hearing impairment', 'Hearing loss', 'Deafness'],
  ['HP:0000407', 'Sensorineural hearing impairment', 'Sensorineural hearing loss'],
  ['HP:0000508', 'Ptosis'],
  ['HP:0001488', 'Bilateral ptosis'],
  ['HP:0000486', 'Strabismus', 'Squint'],
  ['HP:0000639', 'Nystagmus'],
  ['HP:0000518', 'Cataract'],
  ['HP:0004209', 'Clinodactyly of the 5th finger'],
  ['HP:0001169', 'Broad palm', 'Broad hands'],
  ['HP:0200055', 'Small hand', 'Short hands'],
  ['HP:0000750', 'Delayed speech and language development', 'Delayed speech'],
  ['HP:0001263', 'Global developmental delay', 'Developmental delay'],
  ['HP:0001249', 'Intellectual disability'],
  ['HP:0010864', 'Intellectual disability, severe'],
  ['HP:0000252', 'Microcephaly'],
  ['HP:0001513', 'Obesity'],
  ['HP:0002650', 'Scoliosis'],
  ['HP:0002240', 'Hepatomegaly'],
  ['HP:0001744', 'Splenomegaly'],
  ['HP:0001629', 'Ventricular septal defect'],
  ['HP:0001631', 'Atrial septal defect', 'ASD'],
  ['HP:0000729', 'Autistic behavior'],
  ['HP:0007018', 'Attention deficit hyperactivity disorder', 'ADHD'],
  ['HP:0002020', 'Gastroesophageal reflux'],
  ['HP:0002076', 'Migraine'],
  ['HP:0000819', 'Diabetes mellitus'],
  ['HP:0000256', 'Macrocephaly'],
  ['HP:0001638', 'Cardiomyopathy'],
  ['HP:0000969', 'Edema'],
  ['HP:0012433', 'Abnormal social behavior', 'Negativism', 'Odd'],
  ['HP:0000107', 'Renal cyst'],
  ['HP:0004322', 'Short stature'],
  ['HP:0000160', 'Narrow mouth', 'Small mouth'],
];

const exact = (text: string): Pick<Synonym, 'text' | 'scope'> => ({ text, scope: 'exact' });

/** A few terms under their real ids, enough for what the rules do. */
export const lexiconSource: LexiconSource = {
  findings: names.map(([id, label, ...synonyms]) => ({ id, label, synonyms: synonyms.map(exact) })),
  obsolete: [{ label: 'obsolete Dropsy of the legs', liveId: 'HP:0000969' }],
};

export const aLexicon = buildTermLexicon(lexiconSource);
