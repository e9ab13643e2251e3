import { born, died, known, man, probandId, unknownSex, woman, type SaidPedigree } from '#shared/casefile/example-pedigrees/example-pedigree.ts';

/** Haemophilia A over four generations: daughters of affected men are obligate carriers. */
export const naidePedigree: SaidPedigree = {
  header: { title: 'Näide family', historian: 'Mother and maternal grandmother', takenOn: '2025-09-02', indication: 'Haemophilia A in the proband; the mother’s sister is pregnant and asks for her carrier status', maternalAncestry: 'Estonian', paternalAncestry: 'Estonian, Finnish', consanguinityAsked: 'denied' },
  people: [
    man('great-grandfather', known('August', died('P38Y', 'Bleeding after an operation'))),
    woman('great-grandmother', known('Linda', died('P83Y', 'Pneumonia'))),
    woman('grandmother', known('Helve', born('1956'))),
    man('grandfather', known('Toomas', born('1953'))),
    man('great-uncle', known('Enn', born('1958'))),
    woman('great-aunt', known('Maie', born('1961'))),
    man('great-aunt-husband', known('Rein', died('P61Y', 'Colon cancer'))),
    man('uncle', known('Urmas', born('1983'), { isEvaluated: true, evaluations: ['Factor VIII < 1 %', 'Inhibitor 2004'] })),
    woman('uncle-wife', known('Katrin', born('1986'))),
    woman('mother', known('Liis', born('1988'))),
    man('father', known('Marek', born('1985'))),
    woman('aunt', known('Piret', born('1991'))),
    man('aunt-partner', known('Siim', born('1990'))),
    man('cousin-of-mother', known('Tarmo', born('1984'), { isEvaluated: true, evaluations: ['Factor VIII < 1 %'] })),
    woman('carrier-cousin', known('Kadri', born('1987'), { isEvaluated: true, evaluations: ['Factor VIII 41 %', 'F8 intron 22 inversion'] })),
    woman('uncle-daughter', known('Mirjam', born('2014'))),
    woman('sister', known('Emma', born('2018'))),
    man(probandId),
    unknownSex('pregnancy', { life: { kind: 'pregnancy', gestation: { weeks: 11, days: 0 }, dueDate: null, sexKnownBy: '' } }),
  ],
  consultandId: 'aunt',
  couples: [
    ['great-grandfather', 'great-grandmother'],
    ['grandfather', 'grandmother'],
    ['great-aunt-husband', 'great-aunt'],
    ['uncle', 'uncle-wife'],
    ['father', 'mother'],
    ['aunt-partner', 'aunt'],
  ],
  children: [
    [['great-grandfather', 'great-grandmother'], ['grandmother', 'great-uncle', 'great-aunt']],
    [['grandfather', 'grandmother'], ['uncle', 'mother', 'aunt']],
    [['great-aunt-husband', 'great-aunt'], ['cousin-of-mother', 'carrier-cousin']],
    [['uncle', 'uncle-wife'], ['uncle-daughter']],
    [['father', 'mother'], ['sister', probandId]],
    [['aunt-partner', 'aunt'], ['pregnancy']],
  ],
  conditions: [
    {
      name: 'Hemophilia A',
      diseaseId: 'OMIM:306700',
      states: {
        affected: [[probandId, { evidence: 'Factor VIII < 1 %, F8 intron 22 inversion' }], 'uncle', 'cousin-of-mother', ['great-grandfather', { evidence: 'Told by the grandmother' }]],
        'obligate-carrier': ['grandmother', 'great-aunt', 'mother', 'uncle-daughter'],
        carrier: [['carrier-cousin', { evidence: 'F8 intron 22 inversion, tested' }]],
        unaffected: ['great-uncle'],
      },
    },
  ],
};
