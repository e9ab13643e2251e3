import type { StarterTerm } from '#shared/disease/starter/starter-term.ts';

/** Metabolism, homeostasis and hormones. */
export const metabolicAndEndocrineTerms: readonly StarterTerm[] = [
  ['HP:0000818', 'Abnormality of the endocrine system', 'HP:0000118'],
  ['HP:0001939', 'Abnormality of metabolism/homeostasis', 'HP:0000118'],
  ['HP:0002148', 'Hypophosphatemia', 'HP:0100529'],
  ['HP:0002901', 'Hypocalcemia', 'HP:0004363'],
  ['HP:0003072', 'Hypercalcemia', 'HP:0004363'],
  ['HP:0003111', 'Abnormal blood ion concentration', 'HP:0032180'],
  ['HP:0003155', 'Elevated circulating alkaline phosphatase concentration', 'HP:0004379'],
  ['HP:0003282', 'Decreased circulating alkaline phosphatase activity', 'HP:0004379'],
  ['HP:0004363', 'Abnormal circulating calcium concentration', 'HP:0010927'],
  ['HP:0004379', 'Abnormality of alkaline phosphatase level', 'HP:0012379'],
  ['HP:0010927', 'Abnormal blood inorganic cation concentration', 'HP:0010929'],
  ['HP:0010929', 'Abnormal blood cation concentration', 'HP:0003111'],
  ['HP:0012379', 'Abnormal circulating enzyme concentration or activity', 'HP:0034684'],
  ['HP:0032180', 'Abnormal circulating metabolite concentration', 'HP:0001939'],
  ['HP:0033405', 'Abnormal circulating organic amino compound concentration', 'HP:0430071'],
  ['HP:0033406', 'Elevated circulating phosphoethanolamine concentration', 'HP:0033405'],
  ['HP:0034684', 'Abnormal enzyme concentration or activity', 'HP:0001939'],
  ['HP:0100529', 'Abnormal blood phosphate concentration', 'HP:0003111'],
  ['HP:0430071', 'Abnormal circulating organic compound concentration', 'HP:0032180'],
];
