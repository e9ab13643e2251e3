import type { CaseFile } from '#shared/casefile/case-file.ts';
import { diagnosesSection, odysseySection, summarySection, treatmentsSection } from '#shared/casefile/referral-letter-course.ts';
import { familySection, referredSentence } from '#shared/casefile/referral-letter-family.ts';
import { commas, letterDate, list, section, sentences, type LetterContext, type ToldCase } from '#shared/casefile/referral-letter-parts.ts';
import { findingsSection, phenotypeSection, testsSection } from '#shared/casefile/referral-letter-results.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { withoutPrivateFacts } from '#shared/pedigree/without-private-facts.ts';
import { templateOf } from '#shared/referral/destination-templates.ts';
import { readLetterText, type LetterParagraphs } from '#shared/referral/letter-text.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

/**
 * The letter of a referral in its parts: as it was edited by hand, else as it is drafted from the case. Without letterhead, address, date and signature, which are of the
 * page that it is printed on.
 */
export function referralLetterText(file: CaseFile, referral: ReferralDetail & { readonly id: string }, context: LetterContext): LetterParagraphs {
  return referral.letter === null ? draftReferralLetter(file, referral, context) : readLetterText(referral.letter);
}

/**
 * The letter as the case gives it today: the question first, then what a reader of two minutes needs, then the rest. What nobody recorded has no section. What is marked
 * private is nowhere in it; relatives are named by their relation, not by name.
 */
export function draftReferralLetter(file: CaseFile, referral: ReferralDetail & { readonly id: string }, context: LetterContext): LetterParagraphs {
  const told = toldCase(file);
  return [
    ...sentences(subjectLine(told)),
    ...section('Question', sentences(referral.question, referredSentence(told, referral.personIds))),
    ...summarySection(told, context),
    ...phenotypeSection(told, context),
    ...testsSection(told),
    ...findingsSection(told),
    ...diagnosesSection(told, referral),
    ...section('Impression', sentences(referral.impression)),
    ...odysseySection(told),
    ...treatmentsSection(told),
    ...familySection(told, context),
    ...section('What we ask', askedParagraphs(referral)),
    ...section('Enclosures', list(enclosures(told, referral.id))),
  ];
}

function toldCase(file: CaseFile): ToldCase {
  const family = withoutPrivateFacts(file.family);
  const proband = file.people.find(({ isProband }) => isProband);
  const own = family.individuals.find(({ isProband }) => isProband);
  const parentsIn = ({ parentEdges }: Family): number => parentEdges.filter(({ childId }) => childId === proband?.id).length;
  return {
    file: {
      ...file,
      events: file.events.filter(({ isPrivate }) => !isPrivate),
      tests: file.tests.filter(({ isPrivate }) => !isPrivate),
      documents: file.documents.filter(({ isPrivate }) => !isPrivate),
      referrals: file.referrals.filter(({ isPrivate }) => !isPrivate),
    },
    family,
    // As the family without private facts has them: a private gender or birth date is unknown here too.
    proband: proband === undefined || own === undefined ? null : { ...proband, ...own },
    isDescentTold: parentsIn(family) === parentsIn(file.family),
  };
}

function subjectLine({ proband, file }: ToldCase): string {
  const name = proband === null ? '' : `${proband.givenName} ${proband.familyName}`.trim();
  const born = proband === null || proband.birthDate === null ? '' : `born ${letterDate(proband.birthDate)}`;
  return `Re: ${commas(name === '' ? 'our patient' : name, born, file.case.reference)}`;
}

function askedParagraphs({ templateId, urgency }: ReferralDetail): LetterParagraphs {
  const { asks } = templateOf(templateId);
  const when = urgency === 'routine' ? '' : urgency === 'soon' ? 'We would be grateful for an early answer.' : 'This is urgent. Please call us when it reaches you.';
  return [...list(asks), ...sentences(when)];
}

function enclosures({ file, family }: ToldCase, referralId: string): readonly string[] {
  const documents = file.documents.filter((document) => document.referralId === referralId || (document.referralId === null && document.testId !== null));
  return [...(family.individuals.length > 1 ? ['Pedigree'] : []), ...documents.map(({ fileName }) => fileName)];
}
