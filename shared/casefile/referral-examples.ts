import { newReferral, type ReferralDetail, type ReferralStage } from '#shared/referral/referral.ts';

/** An invented referral of a demonstration case: days are counted back from the day of loading, so that one is always overdue. */
export interface ExampleReferral {
  /** The case it belongs to. */
  readonly reference: string;
  readonly templateId: string;
  readonly detail: Partial<Omit<ReferralDetail, 'steps' | 'templateId'>>;
  readonly steps: readonly ExampleStep[];
}

interface ExampleStep {
  readonly stage: ReferralStage;
  readonly daysAgo: number;
  readonly note: string;
  readonly actionAsked: string;
}

const took = (stage: ReferralStage, daysAgo: number, note = '', actionAsked = ''): ExampleStep => ({ stage, daysAgo, note, actionAsked });
const { destination } = newReferral('free', '2000-01-01', '');

/** No clinic is real. */
export const exampleReferrals: readonly ExampleReferral[] = [
  {
    reference: 'DEMO-001',
    templateId: 'cardiogenetics',
    detail: {
      destination: { ...destination, name: 'Example University Hospital', department: 'Cardiogenetics', clinician: 'Dr A. Sample' },
      question: 'The aortic root grows. Should it be operated on before it reaches 50 mm, and which relatives should be examined?',
      impression: 'Marfan syndrome by the revised Ghent criteria; the father’s early death fits a dissection.',
      urgency: 'soon',
    },
    steps: [took('drafted', 26), took('sent', 24, 'With the echocardiograms of the last two years.')],
  },
  {
    reference: 'DEMO-001',
    templateId: 'ophthalmology',
    detail: {
      destination: { ...destination, name: 'Example Eye Clinic', clinician: 'Dr B. Sample' },
      question: 'Has the lens moved further, and does the retina need treatment?',
    },
    steps: [
      took('drafted', 171),
      took('sent', 170),
      took('acknowledged', 164),
      took('appointment', 150, 'By telephone.'),
      took('seen', 122),
      took('letter-received', 104, 'Lens stable, retina flat on both sides.', 'Examination with dilated pupils once a year.'),
      took('closed', 97, 'Yearly examination entered as a reminder.'),
    ],
  },
];
