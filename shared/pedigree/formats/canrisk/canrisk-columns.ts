/*
 * Columns of CanRisk (versions 1 to 4) and BOADICEA (.bwa, 4.0) files: https://canrisk.atlassian.net/wiki/spaces/FAQS, CanRisk Pedigree Data File Format
 * Specification. They are found by their titles, since each version added genes.
 */

/** Cancers of the model with the conditions that they are here; the age at diagnosis stands in the column. */
export const cancerColumns = [
  { titles: ['bc1', '1stbrca'], condition: 'Breast cancer', pattern: /^(?!.*contralateral).*breast.*(cancer|carcinoma)|^breast$/i },
  { titles: ['bc2', '2ndbrca'], condition: 'Contralateral breast cancer', pattern: /contralateral.*breast/i },
  { titles: ['oc', 'ovca'], condition: 'Ovarian cancer', pattern: /ovar.*(cancer|carcinoma)/i },
  { titles: ['pro', 'proca'], condition: 'Prostate cancer', pattern: /prostat.*(cancer|carcinoma)/i },
  { titles: ['pan', 'panca'], condition: 'Pancreatic cancer', pattern: /pancrea.*(cancer|carcinoma)/i },
] as const;

/** In the order of version 4. */
export const genes = ['BRCA1', 'BRCA2', 'PALB2', 'ATM', 'CHEK2', 'BARD1', 'RAD51D', 'RAD51C', 'BRIP1', 'HOXB13'] as const;
export const markers = ['ER', 'PR', 'HER2', 'CK14', 'CK56'] as const;

const peopleTitles = ['FamID', 'Name', 'Target', 'IndivID', 'FathID', 'MothID', 'Sex', 'MZtwin', 'Dead', 'Age', 'Yob'] as const;
export const titleLine = ['##FamID', ...peopleTitles.slice(1), 'BC1', 'BC2', 'OC', 'PRO', 'PAN', 'Ashkn', ...genes, markers.join(':')].join('\t');

/** Ages and years of birth beyond these are slips of the pen. */
export const oldest = 130;
export const earliestYear = 1700;
export const latestYear = 2200;

export const ashkenazi = 'Ashkenazi Jewish';

const methods = { S: 'mutation search', T: 'direct test' } as const;
const results = { P: 'positive', N: 'negative' } as const;

/** `BRCA1 mutation search: positive`; null where nothing was tested. */
export function geneTestText(gene: string, type: string, result: string): string | null {
  const [method, outcome] = [methods[type as keyof typeof methods], results[result as keyof typeof results]];
  return method === undefined ? null : `${gene} ${method}: ${outcome ?? 'no result'}`;
}

export const markerText = (marker: string, result: string): string | null => (results[result as keyof typeof results] === undefined ? null : `${marker} ${results[result as keyof typeof results]}`);

/** The codes of a test that stands among the evaluations of somebody. */
export function geneTestCodes(gene: string, evaluations: readonly string[]): string {
  for (const [type, method] of Object.entries(methods)) {
    for (const [result, outcome] of [...Object.entries(results), ['0', 'no result']]) if (evaluations.includes(`${gene} ${method}: ${outcome ?? ''}`)) return `${type}:${result ?? '0'}`;
  }
  return '0:0';
}

export const markerCode = (marker: string, evaluations: readonly string[]): string => Object.entries(results).find(([, outcome]) => evaluations.includes(`${marker} ${outcome}`))?.[0] ?? '0';
