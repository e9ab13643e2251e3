import type { OrderedTest } from '#shared/casefile/ordered-test.ts';

/** What an image or a recording is of, as far as its name tells. */
export const testSubjects = ['heart', 'brain', 'nerves-and-muscles', 'eyes', 'elsewhere'] as const;
export type TestSubject = (typeof testSubjects)[number];

const telling: readonly { readonly subject: TestSubject; readonly pattern: RegExp }[] = [
  { subject: 'heart', pattern: /\bECG\b|\bEKG\b|electrocardio|echocardio|\becho\b|\bTTE\b|\bTOE\b|holter|heart|cardiac|\bCMR\b|aort/i },
  { subject: 'eyes', pattern: /\bERG\b|\bVEP\b|\bOCT\b|electroretino|visual evoked|fundus|retina|\beyes?\b|slit/i },
  { subject: 'nerves-and-muscles', pattern: /\bEMG\b|\bNCS\b|\bNCV\b|electromyo|nerve conduction|neurograph|muscle/i },
  { subject: 'brain', pattern: /\bEEG\b|electroenceph|brain|head|crani|cerebr|neuro|skull|spin(?:e|al)|pituitary|telemetry/i },
  { subject: 'elsewhere', pattern: /chest|thora|abdom|renal|kidney|liver|pelvi|skelet|bone|\bhand\b|wrist|\bhip\b|knee|limb|dexa|joint|x-?ray/i },
];

/** The first that the name tells; null where it tells none, as "MRI" does. */
export const subjectOfTest = ({ name }: Pick<OrderedTest, 'name'>): TestSubject | null => telling.find(({ pattern }) => pattern.test(name))?.subject ?? null;
