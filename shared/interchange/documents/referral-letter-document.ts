import { referralLetterText } from '#shared/casefile/referral-letter.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { heading, paragraph, soft, type Block, type DocumentModel } from '#shared/interchange/documents/document.ts';
import { pedigreeFigures } from '#shared/interchange/documents/pedigree-figures.ts';
import { saidDate } from '#shared/interchange/documents/said.ts';
import { saidContact, type SummarySource } from '#shared/interchange/documents/summary-source.ts';
import type { LetterParagraph } from '#shared/referral/letter-text.ts';

/** What a letter needs of what a summary is made of. */
export type LetterSource = Pick<SummarySource, 'file' | 'level' | 'paper' | 'title' | 'today' | 'clinic' | 'systems' | 'appVersion'>;

/** The letter of a referral on the clinic's paper: as it was edited, else as it is drafted, with the pedigree that it encloses. */
export function referralLetterDocument(source: LetterSource, referral: Referral): DocumentModel {
  const { file, level, paper, today, clinic, systems } = source;
  const paragraphs = referralLetterText(file, referral, { today, systems });
  const { subject, rest } = subjectAndRest(paragraphs);
  const drawn = file.family.individuals.length < 2 ? [] : pedigreeFigures(file.family, { paper, level, today }).figures;
  const day = level === 'deidentified' ? today.slice(0, 4) : saidDate(today);
  const { destination } = referral;
  const { opening, closing } = courtesies(rest, destination.clinician);
  return {
    title: 'Referral letter',
    headline: subject,
    language: 'en',
    paper,
    reader: 'professional',
    letterhead: { sender: [clinic.clinicName, clinic.clinicianName, ...saidContact(clinic)], recipient: [destination.clinician, destination.department, destination.name, ...destination.address.split('\n')], day },
    furniture: { head: subject, headRight: [clinic.clinicianName, day].filter((part) => part !== '').join(', '), foot: clinic.clinicName },
    facts: [],
    blocks: [
      ...opening,
      ...rest.map(letterBlock),
      ...closing,
      { kind: 'signature', lines: [clinic.clinicianName, clinic.clinicName].filter((line) => line !== '') },
      ...(rest.some(saysReckoned) ? [paragraph([soft('Probabilities and classes in this letter were reckoned with a decision aid for trained people; the clinician who signs has checked them.')], 'small')] : []),
      ...(drawn.some(({ place }) => place === 'inline') ? [heading('Pedigree')] : []),
      ...drawn,
    ],
    properties: { author: level === 'deidentified' ? '' : clinic.clinicianName, subject: ['Referral letter', source.title].filter((part) => part !== '').join(' ') },
  };
}

/** The line `Re: …` stands over the letter; where it was edited away, a word does. */
function subjectAndRest(paragraphs: readonly LetterParagraph[]): { readonly subject: string; readonly rest: readonly LetterParagraph[] } {
  const [first, ...rest] = paragraphs;
  return first?.kind === 'text' && first.text.startsWith('Re:') ? { subject: first.text, rest } : { subject: 'Referral', rest: paragraphs };
}

/** How a letter begins and ends, unless whoever edited it wrote that too. */
function courtesies(parts: readonly LetterParagraph[], clinician: string): { readonly opening: readonly Block[]; readonly closing: readonly Block[] } {
  const [first, last] = [parts.at(0), parts.at(-1)].map((part) => (part?.kind === 'text' ? part.text : ''));
  const isAddressed = /^(dear|to whom)\b/i.test(first ?? '');
  const isClosed = /\b(regards|sincerely|faithfully|wishes)\b/i.test(last ?? '');
  return {
    opening: isAddressed ? [] : [paragraph(`Dear ${clinician.trim() === '' ? 'colleague' : clinician.trim()},`)],
    closing: isClosed ? [] : [paragraph('With kind regards,')],
  };
}

/** Whether a part tells a probability or a class of a variant. */
const saysReckoned = (part: LetterParagraph): boolean => /\d ?%|pathogenic|benign|uncertain significance/.test(part.kind === 'list' ? part.items.join(' ') : part.text);

/** A letter in the parts of a document. */
export function letterBlock(part: LetterParagraph): Block {
  if (part.kind === 'heading') return heading(part.text);
  return part.kind === 'list' ? { kind: 'list', items: part.items } : paragraph(part.text);
}
