import { born, died, known, man, probandId, unknownSex, woman, type SaidPedigree } from '#shared/casefile/example-pedigrees/example-pedigree.ts';

/**
 * Two mothers, one whose egg the other carried; twins and a pregnancy by one sperm donor, an adopted son; a brother’s child by egg donor and
 * gestational carrier; a sister’s monozygotic twins by another donor.
 */
export const prikladPedigree: SaidPedigree = {
  header: { title: 'Příklad family', historian: 'Both mothers', takenOn: '2025-10-14', indication: 'Cystic fibrosis in a twin conceived with a sperm donor; pregnancy by the same donor', maternalAncestry: 'Czech, Slovak', paternalAncestry: 'Sperm donor: Danish, by the papers of the bank', consanguinityAsked: 'denied' },
  people: [
    man('egg-mother-father', known('Pavel', born('1955'))),
    woman('egg-mother-mother', known('Hana', born('1958'))),
    man('carrying-mother-father', known('Josef', died('P64Y', 'Stroke'))),
    woman('carrying-mother-mother', known('Marie', born('1960'))),
    man('sister-donor', { note: 'Sperm donor of the sister’s sons.' }),
    man('sister-husband', known('Ondřej', born('1982'))),
    woman('carrying-mother-sister', known('Lenka', born('1984'))),
    woman('carrying-mother', known('Jana', born('1988'))),
    woman('egg-mother', known('Klára', born('1986'), { isEvaluated: true, evaluations: ['CFTR p.Phe508del'] })),
    man('sperm-donor', { isEvaluated: true, evaluations: ['CFTR p.Gly542Ter (bank, 2024)'] }),
    man('uncle', known('Martin', born('1990'), { isEvaluated: true, evaluations: ['CFTR panel normal'] })),
    man('uncle-husband', known('Filip', born('1989'))),
    woman('egg-donor', { ageAtLastEncounter: 'P25Y', ageRecordedOn: '2020' }),
    woman('surrogate', { ageAtLastEncounter: 'P33Y', ageRecordedOn: '2020' }),
    man('sister-twin-1', known('Vojta', born('2017-06-02'))),
    man('sister-twin-2', known('Matěj', born('2017-06-02'))),
    man('adopted-son', known('David', born('2016'), { isAdopted: true })),
    woman(probandId),
    man('twin-brother', known('Tomáš', born('2022-03-09'), { isEvaluated: true, evaluations: ['CFTR p.Phe508del'] })),
    unknownSex('pregnancy', { life: { kind: 'pregnancy', gestation: { weeks: 12, days: 0 }, dueDate: null, sexKnownBy: '' } }),
    woman('uncle-daughter', known('Ema', born('2021'))),
  ],
  couples: [
    ['egg-mother-father', 'egg-mother-mother'],
    ['carrying-mother-father', 'carrying-mother-mother'],
    ['sister-husband', 'carrying-mother-sister', { childlessness: { kind: 'infertility', reason: 'Azoospermia' } }],
    ['egg-mother', 'carrying-mother'],
    ['uncle', 'uncle-husband'],
  ],
  children: [
    [['egg-mother-father', 'egg-mother-mother'], ['egg-mother', 'uncle']],
    [['carrying-mother-father', 'carrying-mother-mother'], ['carrying-mother-sister', 'carrying-mother']],
    [['carrying-mother-sister'], ['sister-twin-1', 'sister-twin-2']],
  ],
  otherParents: [
    ...[probandId, 'twin-brother', 'pregnancy'].flatMap((child) => [['egg-mother', child, ['egg']], ['carrying-mother', child, ['gestational']], ['sperm-donor', child, ['sperm'], { isDonor: true }]] as const),
    ['egg-mother', 'adopted-son', ['adoptive']],
    ['carrying-mother', 'adopted-son', ['adoptive']],
    ['uncle-husband', 'uncle-daughter', ['sperm']],
    ['uncle', 'uncle-daughter', ['social']],
    ['egg-donor', 'uncle-daughter', ['egg'], { isDonor: true }],
    ['surrogate', 'uncle-daughter', ['gestational'], { isDonor: true }],
    ...['sister-twin-1', 'sister-twin-2'].flatMap((child) => [['sister-husband', child, ['social']], ['sister-donor', child, ['sperm'], { isDonor: true }]] as const),
  ],
  twins: [
    { members: [{ individualId: probandId, zygote: 1 }, { individualId: 'twin-brother', zygote: 2 }], knownBy: 'reported' },
    { members: [{ individualId: 'sister-twin-1', zygote: 1 }, { individualId: 'sister-twin-2', zygote: 1 }], knownBy: 'tested' },
  ],
  conditions: [
    {
      name: 'Cystic fibrosis',
      diseaseId: 'OMIM:219700',
      states: { affected: [[probandId, { evidence: 'CFTR p.Phe508del and p.Gly542Ter' }]], carrier: ['egg-mother', 'sperm-donor', 'twin-brother'], unaffected: ['uncle'] },
    },
  ],
};
