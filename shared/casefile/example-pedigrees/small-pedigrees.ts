import { born, died, known, man, probandId, unknownSex, woman, type SaidPedigree } from '#shared/casefile/example-pedigrees/example-pedigree.ts';

const age = (duration: string) => ({ kind: 'age', duration }) as const;

export const ejemplarPedigree: SaidPedigree = {
  header: { historian: 'Mother', takenOn: '2024-03-11', indication: 'Ectopia lentis and dilated aortic root; father died at 38', maternalAncestry: 'Spanish', paternalAncestry: 'Spanish, Portuguese', consanguinityAsked: 'denied' },
  people: [
    man('paternal-grandfather', known('Rafael', born('1946'))),
    woman('paternal-grandmother', known('Pilar', died('P41Y', 'Sudden death'), { note: 'Tall and short-sighted on photographs.' })),
    man('maternal-grandfather', known('Luis', born('1951'))),
    woman('maternal-grandmother', known('Carmen', born('1953'))),
    woman('aunt', known('Rosa', born('1979'), { isEvaluated: true, evaluations: ['Aortic root 41 mm (2023)', 'Arachnodactyly'] })),
    man('father', known('Andrés', { ...died('P38Y', 'Said to be of the heart; autopsy report asked for'), deathDate: '2018', birthDate: '1979-11' })),
    woman('mother', known('Elena', born('1981'), { isEvaluated: true, evaluations: ['Echocardiogram normal'] })),
    man(probandId),
    woman('sister', known('Lucía', born('2013'))),
  ],
  couples: [['paternal-grandfather', 'paternal-grandmother'], ['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother']],
  children: [[['paternal-grandfather', 'paternal-grandmother'], ['aunt', 'father']], [['maternal-grandfather', 'maternal-grandmother'], ['mother']], [['father', 'mother'], [probandId, 'sister']]],
  conditions: [{ name: 'Marfan syndrome', diseaseId: 'OMIM:154700', states: { affected: [[probandId, { evidence: 'Revised Ghent criteria' }]], uncertain: ['father', 'paternal-grandmother', 'aunt'], unaffected: ['mother'] } }],
};

export const eksempelsenPedigree: SaidPedigree = {
  header: { historian: 'Both parents', takenOn: '2023-05', indication: 'Neurofibromatosis type 1, variant in the proband not found in her parents', maternalAncestry: 'Norwegian', paternalAncestry: 'Norwegian, Sami', consanguinityAsked: 'denied' },
  people: [
    man('paternal-grandfather', known('Arne', died('P74Y', 'Stroke'))),
    woman('paternal-grandmother', known('Solveig', born('1951'))),
    man('maternal-grandfather', known('Olav', born('1953'))),
    woman('maternal-grandmother', known('Ingrid', born('1956'))),
    man('father', known('Nils', born('1981'), { isEvaluated: true, evaluations: ['NF1 variant absent', 'Skin normal'] })),
    woman('mother', known('Kari', born('1984'), { isEvaluated: true, evaluations: ['NF1 variant absent', 'Slit lamp normal'] })),
    woman(probandId),
    man('brother', known('Jon', born('2017'))),
  ],
  couples: [['paternal-grandfather', 'paternal-grandmother'], ['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother']],
  children: [[['paternal-grandfather', 'paternal-grandmother'], ['father']], [['maternal-grandfather', 'maternal-grandmother'], ['mother']], [['father', 'mother'], [probandId, 'brother']]],
  conditions: [{ name: 'Neurofibromatosis, type 1', diseaseId: 'OMIM:162200', states: { affected: [[probandId, { evidence: 'NF1 variant, de novo' }]], unaffected: ['father', 'mother'] } }],
};

export const udaharanPedigree: SaidPedigree = {
  header: { historian: 'Mother', takenOn: '2024-11-05', indication: 'Duchenne muscular dystrophy; carrier test wanted by the mother’s sister', maternalAncestry: 'Gujarati', paternalAncestry: 'Gujarati', consanguinityAsked: 'denied' },
  people: [
    man('maternal-grandfather', known('Ramesh', born('1957'))),
    woman('maternal-grandmother', known('Lata', born('1961'))),
    man('paternal-grandfather', known('Mohan', died('P66Y', 'Myocardial infarction'))),
    woman('paternal-grandmother', known('Usha', born('1958'))),
    man('elder-uncle', known('Vijay', died('P19Y', 'Respiratory failure'), { note: 'Wheelchair from the age of eleven.' })),
    man('uncle', known('Sanjay', died('P22Y', 'Heart failure'), { note: 'Wheelchair from the age of eleven.' })),
    woman('mother', known('Meera', born('1989'))),
    woman('aunt', known('Nisha', born('1993'), { note: 'Asks for carrier testing.' })),
    man('father', known('Karan', born('1986'))),
    man(probandId),
    woman('sister', known('Diya', born('2021-05'))),
  ],
  couples: [['maternal-grandfather', 'maternal-grandmother'], ['paternal-grandfather', 'paternal-grandmother'], ['father', 'mother']],
  children: [[['maternal-grandfather', 'maternal-grandmother'], ['elder-uncle', 'uncle', 'mother', 'aunt']], [['paternal-grandfather', 'paternal-grandmother'], ['father']], [['father', 'mother'], [probandId, 'sister']]],
  conditions: [{ name: 'Muscular dystrophy, Duchenne type', diseaseId: 'OMIM:310200', states: { affected: [probandId, 'elder-uncle', 'uncle'], 'obligate-carrier': ['mother', 'maternal-grandmother'] } }],
};

export const apeerePedigree: SaidPedigree = {
  header: { historian: 'Mother and father', takenOn: '2024-02', indication: 'Epilepsy with onset at six months; likely pathogenic SCN1A variant', maternalAncestry: 'Igbo', paternalAncestry: 'Igbo, Yoruba', consanguinityAsked: 'denied' },
  people: [
    man('paternal-grandfather', known('Emeka', born('1955'))),
    woman('paternal-grandmother', known('Adaeze', born('1959'))),
    man('maternal-grandfather', known('Tunde', died('P59Y', 'Kidney failure'))),
    woman('maternal-grandmother', known('Bisi', born('1962'))),
    man('uncle', known('Obinna', born('1985'))),
    man('father', known('Chidi', born('1988'), { note: 'His mother recalls one seizure with fever in his second year.' })),
    woman('mother', known('Amara', born('1991'))),
    man('brother', known('Kelechi', born('2019'))),
    woman(probandId),
  ],
  couples: [['paternal-grandfather', 'paternal-grandmother'], ['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother']],
  children: [[['paternal-grandfather', 'paternal-grandmother'], ['uncle', 'father']], [['maternal-grandfather', 'maternal-grandmother'], ['mother']], [['father', 'mother'], ['brother', probandId]]],
  conditions: [
    { name: 'Dravet syndrome', diseaseId: 'OMIM:607208', states: { affected: [[probandId, { onset: age('P6M') }]] } },
    { name: 'Febrile seizure', states: { affected: [['father', { onset: age('P1Y'), evidence: 'Told by his mother' }]] } },
  ],
};

export const liziPedigree: SaidPedigree = {
  header: { historian: 'Mother', takenOn: '2022-09', indication: 'Regression in the second year, stereotypies of the hands', maternalAncestry: 'Han Chinese', paternalAncestry: 'Han Chinese', consanguinityAsked: 'denied' },
  people: [
    man('paternal-grandfather', known('Jianguo', born('1958'))),
    woman('paternal-grandmother', known('Xiulan', born('1960'))),
    man('maternal-grandfather', known('Weimin', born('1959'))),
    woman('maternal-grandmother', known('Guifang', died('P52Y', 'Gastric cancer'))),
    man('father', known('Hao', born('1987'))),
    woman('mother', known('Ling', born('1989'))),
    unknownSex('loss', { life: { kind: 'loss', outcome: 'spontaneous-abortion', gestation: { weeks: 9, days: 0 } } }),
    woman(probandId),
    man('brother', known('Jun', born('2022'))),
  ],
  couples: [['paternal-grandfather', 'paternal-grandmother'], ['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother']],
  children: [[['paternal-grandfather', 'paternal-grandmother'], ['father']], [['maternal-grandfather', 'maternal-grandmother'], ['mother']], [['father', 'mother'], ['loss', probandId, 'brother']]],
  conditions: [{ name: 'Rett syndrome', diseaseId: 'OMIM:312750', states: { affected: [[probandId, { onset: age('P1Y6M'), evidence: 'Clinical criteria; MECP2 sequence normal' }]] } }],
};

/** The history is still to be taken: hardly anything is known of the grandparents. */
export const beispielPedigree: SaidPedigree = {
  header: { historian: 'Referral letter', takenOn: '2025-01-15', indication: 'Pulmonic stenosis and facial features, increased nuchal translucency' },
  people: [
    man('paternal-grandfather'),
    woman('paternal-grandmother'),
    man('maternal-grandfather'),
    woman('maternal-grandmother'),
    man('father', { ageAtLastEncounter: 'P34Y', ageRecordedOn: '2025-01' }),
    woman('mother', { ageAtLastEncounter: 'P31Y', ageRecordedOn: '2025-01', note: 'Short, with a broad neck, in the letter of the heart clinic.' }),
    man(probandId),
  ],
  couples: [['paternal-grandfather', 'paternal-grandmother'], ['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother']],
  children: [[['paternal-grandfather', 'paternal-grandmother'], ['father']], [['maternal-grandfather', 'maternal-grandmother'], ['mother']], [['father', 'mother'], [probandId]]],
  conditions: [{ name: 'Pulmonic stenosis', termId: 'HP:0001642', states: { affected: [probandId] } }],
};

export const ornekPedigree: SaidPedigree = {
  header: { historian: 'Proband', takenOn: '2021', updatedOn: '2024-10', indication: 'Exercise intolerance, ptosis and hearing loss without a diagnosis', maternalAncestry: 'Turkish', paternalAncestry: 'Turkish, Circassian', consanguinityAsked: 'denied' },
  people: [
    man('maternal-grandfather', known('Hasan', died('P71Y', 'Lung cancer'))),
    woman('maternal-grandmother', known('Fatma', died('P63Y', 'Stroke'))),
    man('father', known('Kemal', born('1962'))),
    man('uncle', known('Orhan', born('1961'))),
    woman('mother', known('Ayşe', born('1966'), { isEvaluated: true, evaluations: ['Audiogram 2015: 45 dB'] })),
    unknownSex(probandId),
    man('brother', known('Emre', born('1998'))),
    woman('niece', known('Defne', born('2022'))),
    woman('sister-in-law', known('Selin', born('1997'))),
  ],
  couples: [['maternal-grandfather', 'maternal-grandmother'], ['father', 'mother'], ['brother', 'sister-in-law']],
  children: [[['maternal-grandfather', 'maternal-grandmother'], ['uncle', 'mother']], [['father', 'mother'], [probandId, 'brother']], [['brother', 'sister-in-law'], ['niece']]],
  conditions: [
    { name: 'Exercise intolerance with ptosis', termId: 'HP:0003546', states: { affected: [probandId] } },
    { name: 'Sensorineural hearing impairment', termId: 'HP:0000407', states: { affected: [[probandId, { onset: age('P19Y') }], ['mother', { onset: age('P40Y') }], 'maternal-grandmother'] } },
    { name: 'Diabetes mellitus', termId: 'HP:0000819', states: { affected: ['uncle', 'maternal-grandmother'] } },
  ],
};
