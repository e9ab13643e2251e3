/** An abbreviation of clinical notes. Matched in these capitals only. */
export interface Abbreviation {
  readonly text: string;
  readonly termId: string;
  readonly label: string;
  /** Ambiguous: counts only where one of these words stands in the same sentence. */
  readonly near?: RegExp;
}

const cardiac = /\b(?:VSD|PDA|PFO|ECHO\w*|HEART|CARDI\w*|SEPTAL|SECUNDUM|PRIMUM|MURMUR|CHD|TOF|ATRIAL)\b/i;
const developmental = /\b(?:ADHD|GDD|DD|ID|DEVELOPMENT\w*|BEHAVIOU?R\w*|SPEECH|LANGUAGE|AUTIS\w*|LEARNING|EPILEPSY|SEIZURES?|INTELLECTUAL|NON-?VERBAL|MICROCEPHALY|MACROCEPHALY|DYSMORPH\w*|HYPOTONIA)\b/i;

/** Written down for this project from everyday use; the label is checked by a test. The first that fits counts. */
export const abbreviations: readonly Abbreviation[] = [
  { text: 'ASD', termId: 'HP:0001631', label: 'Atrial septal defect', near: cardiac },
  { text: 'ASD', termId: 'HP:0000729', label: 'Autistic behavior', near: developmental },
  { text: 'VSD', termId: 'HP:0001629', label: 'Ventricular septal defect' },
  { text: 'AVSD', termId: 'HP:0006695', label: 'Atrioventricular canal defect' },
  { text: 'PDA', termId: 'HP:0001643', label: 'Patent ductus arteriosus' },
  { text: 'PFO', termId: 'HP:0001655', label: 'Patent foramen ovale' },
  { text: 'TOF', termId: 'HP:0001636', label: 'Tetralogy of Fallot', near: cardiac },
  { text: 'HCM', termId: 'HP:0001639', label: 'Hypertrophic cardiomyopathy' },
  { text: 'DCM', termId: 'HP:0001644', label: 'Dilated cardiomyopathy' },
  { text: 'CHD', termId: 'HP:0001627', label: 'Abnormal heart morphology' },
  { text: 'AF', termId: 'HP:0005110', label: 'Atrial fibrillation', near: cardiac },
  { text: 'SCD', termId: 'HP:0001645', label: 'Sudden cardiac death', near: cardiac },
  { text: 'HTN', termId: 'HP:0000822', label: 'Hypertension' },
  { text: 'DD', termId: 'HP:0001263', label: 'Global developmental delay' },
  { text: 'GDD', termId: 'HP:0001263', label: 'Global developmental delay' },
  { text: 'ID', termId: 'HP:0001249', label: 'Intellectual disability', near: /\b(?:mild|moderate|severe|profound)\s+ID\b|\b(?:ASD|ADHD|GDD|DD|epilepsy|seizures?|microcephaly|macrocephaly|hypotonia)\b/i },
  { text: 'ADHD', termId: 'HP:0007018', label: 'Attention deficit hyperactivity disorder' },
  { text: 'OCD', termId: 'HP:0000722', label: 'Compulsive behaviors' },
  { text: 'FTT', termId: 'HP:0001508', label: 'Failure to thrive' },
  { text: 'IUGR', termId: 'HP:0001511', label: 'Intrauterine growth retardation' },
  { text: 'FGR', termId: 'HP:0001511', label: 'Intrauterine growth retardation' },
  { text: 'SGA', termId: 'HP:0001518', label: 'Small for gestational age' },
  { text: 'GERD', termId: 'HP:0002020', label: 'Gastroesophageal reflux' },
  { text: 'GORD', termId: 'HP:0002020', label: 'Gastroesophageal reflux' },
  { text: 'GOR', termId: 'HP:0002020', label: 'Gastroesophageal reflux' },
  { text: 'SNHL', termId: 'HP:0000407', label: 'Sensorineural hearing impairment' },
  { text: 'CHL', termId: 'HP:0000405', label: 'Conductive hearing impairment' },
  { text: 'CTEV', termId: 'HP:0001762', label: 'Talipes equinovarus' },
  { text: 'DDH', termId: 'HP:0001385', label: 'Hip dysplasia' },
  { text: 'VUR', termId: 'HP:0000076', label: 'Vesicoureteral reflux' },
  { text: 'CKD', termId: 'HP:0012622', label: 'Chronic kidney disease' },
  { text: 'UTI', termId: 'HP:0000010', label: 'Recurrent urinary tract infections', near: /\brecurrent\s+UTI/i },
  { text: 'OSA', termId: 'HP:0002870', label: 'Obstructive sleep apnea' },
  { text: 'ACC', termId: 'HP:0001274', label: 'Agenesis of corpus callosum', near: /\b(?:MRI|brain|callosum|ventricul\w+|scan)\b/i },
  { text: 'T2DM', termId: 'HP:0005978', label: 'Type II diabetes mellitus' },
  { text: 'T1DM', termId: 'HP:0100651', label: 'Type I diabetes mellitus' },
  { text: 'GTCS', termId: 'HP:0002069', label: 'Bilateral tonic-clonic seizure' },
  { text: 'SOB', termId: 'HP:0002094', label: 'Dyspnea' },
  { text: 'HSM', termId: 'HP:0001433', label: 'Hepatosplenomegaly' },
  { text: 'CALM', termId: 'HP:0000957', label: 'Cafe-au-lait spot' },
  { text: 'POI', termId: 'HP:0008209', label: 'Premature ovarian insufficiency' },
];

/** Capitals that are a synonym in the ontology but mean something else in most notes, or too many things. */
export const ambiguousCapitals: ReadonlySet<string> = new Set(['ASD', 'ID', 'AF', 'ACC', 'TOF', 'SCD', 'UTI', 'MI', 'RA', 'SAD', 'BO', 'RAD', 'CP', 'MS', 'S3', 'S4', 'LDD', 'NDD', 'PACS', 'OME', 'TIA', 'RBD', 'BCG', 'ICA512', 'AOB', 'DNT', 'NTD', 'SUA', 'MR', 'AS', 'AR', 'CT', 'RP', 'LP', 'PH', 'HD']);
