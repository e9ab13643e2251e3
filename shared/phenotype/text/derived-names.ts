/**
 * Names that follow from an official one by the ways in which notes and reports shorten it: `EEG with burst suppression` is written `burst
 * suppression`, `Right ventricular dilatation` `RV dilatation`, `Elevated circulating parathyroid hormone level` `PTH up`.
 */
export function derivedNames(name: string): readonly string[] {
  const found = new Set<string>();
  for (const base of [name, ...withoutFrame(name), ...asLaboratoryReports(name), ...asSmall(name)]) {
    found.add(base);
    if (mayShorten.test(base)) for (const [pattern, short] of shortForms) {
      const shortened = base.replace(pattern, short);
      if (shortened !== base && /[\s-]/.test(shortened)) found.add(shortened);
    }
  }
  found.delete(name);
  return [...found];
}

/** What notes write for words within a name. */
const shortForms: readonly (readonly [pattern: RegExp, short: string])[] = [
  [/right ventric(?:ular|le)/i, 'RV'], [/left ventric(?:ular|le)/i, 'LV'], [/right atri(?:al|um)/i, 'RA'], [/left atri(?:al|um)/i, 'LA'],
  [/ventricular septal defect/i, 'VSD'], [/atrial septal defect/i, 'ASD'], [/atrioventricular block/i, 'heart block'], [/superior vena cava/i, 'SVC'], [/inferior vena cava/i, 'IVC'],
  [/patent ductus arteriosus/i, 'PDA'], [/cardiomyopathy/i, 'CM'], [/corpus callosum/i, 'CC'], [/white matter/i, 'WM'], [/bone mineral density/i, 'BMD'], [/bone mineral density/i, 'bone density'],
  [/sensorineural hearing (?:impairment|loss)/i, 'SNHL'], [/conductive hearing (?:impairment|loss)/i, 'CHL'], [/intellectual disability/i, 'ID'], [/intellectual disability/i, 'LD'], [/intraventricular hemorrhage/i, 'IVH'],
  [/urinary tract infections?/i, 'UTIs'], [/seizures?/i, 'sz'], [/seizures?/i, 'fits'], [/palpebral fissures?/i, 'PFs'], [/café?-au-lait (?:spots?|macules?)/i, 'CALMs'], [/café?-au-lait (?:spots?|macules?)/i, 'CALs'],
  [/(?:achilles|ankle) (?:tendon )?reflex(?:es)?/i, 'ankle jerks'], [/patellar reflex(?:es)?/i, 'knee jerks'], [/(?:skeletal )?muscle atrophy|amyotrophy/i, 'wasting'], [/achilles tendons?/i, 'heel cords'],
  [/carcinoma/i, 'ca'], [/carcinoma/i, 'cancer'], [/metabolic/i, 'met'], [/hepatomegaly/i, 'hepatomeg'], [/splenomegaly/i, 'splenomeg'], [/weight/i, 'wt'],
  [/creatine kinase/i, 'CK'], [/parathyroid hormone/i, 'PTH'], [/gamma-glutamyltransferase/i, 'GGT'], [/alanine aminotransferase/i, 'ALT'], [/aspartate aminotransferase/i, 'AST'], [/alkaline phosphatase/i, 'ALP'],
  [/lactate dehydrogenase/i, 'LDH'], [/thyroid[- ]stimulating hormone/i, 'TSH'], [/follicle stimulating hormone/i, 'FSH'], [/luteinizing hormone/i, 'LH'], [/alpha-fetoprotein/i, 'AFP'], [/glomerular filtration rate/i, 'eGFR'],
  [/C-reactive protein/i, 'CRP'], [/growth hormone/i, 'GH'], [/prothrombin time/i, 'PT'], [/very long[- ]chain fatty acids?/i, 'VLCFA'], [/total (\w+) count/i, '$1s'],
];

/** Most names have none of these, which one look tells. */
const mayShorten = new RegExp(shortForms.map(([pattern]) => pattern.source).join('|'), 'i');

const frameBefore = /^(?:EEG|EMG|ECG|MRI)(?: with|:)\s+/i;
const frameAfter = /\s+(?:deformity|deformities|on (?:MRI|EEG|ERG|ECG)|of the retina|signs|cusp|spells?)$/i;

/** Of at least two words: a `chest deformity` is no chest. */
function withoutFrame(name: string): readonly string[] {
  const bare = name.replace(frameBefore, '').replace(frameAfter, '');
  return bare !== name && /[\s-]/.test(bare) ? [bare] : [];
}

const laboratory = /^(elevated|increased|raised|decreased|reduced|low)\s+((?:(?:total|circulating|serum|plasma|blood)\s+)*)(.+?)(\s+(?:in (?:blood|serum|plasma)|levels?|concentrations?|activity|count|rate))?$/i;

/** A substance that is too high or too low, as a report says it beside its name. */
function asLaboratoryReports(name: string): readonly string[] {
  const [, direction = '', where = '', substance = '', measure = ''] = laboratory.exec(name) ?? [];
  if (substance === '' || (where === '' && measure === '') || substance.split(/\s+/).length > 3) return [];
  const isHigh = /^(?:elev|incr|rais)/i.test(direction);
  return (isHigh ? ['raised', 'increased', 'high', 'up'] : ['low', 'decreased', 'down']).map((word) => `${word} ${substance}${measure.trim() === 'rate' ? measure : ''}`);
}

/** `Optic nerve hypoplasia`: small optic nerves. */
function asSmall(name: string): readonly string[] {
  if (/aplasia\/|aplasia or|absent/i.test(name)) return [];
  const organ = /^hypoplasia of (?:the )?(.+)$/i.exec(name)?.[1] ?? /^hypoplastic (.+)$/i.exec(name)?.[1] ?? /^(.+) hypoplasia$/i.exec(name)?.[1];
  return organ === undefined ? [] : [`small ${organ}`];
}
