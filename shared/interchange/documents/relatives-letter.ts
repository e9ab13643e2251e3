import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { plainDescription, type Finding } from '#shared/casefile/finding.ts';
import { mainCondition } from '#shared/casefile/finding-segregation.ts';
import { cascadeTesting, type CascadeRelative } from '#shared/casefile/relatives/cascade-testing.ts';
import { heading, paragraph, strong, textOf, type Block, type DocumentModel } from '#shared/interchange/documents/document.ts';
import { peoplePicture } from '#shared/interchange/documents/people-picture.ts';
import { readingEase, type ReadingEase } from '#shared/interchange/documents/reading-age.ts';
import type { LetterSource } from '#shared/interchange/documents/referral-letter-document.ts';
import { saidDate } from '#shared/interchange/documents/said.ts';
import { saidContact, type LetterClinic } from '#shared/interchange/documents/summary-source.ts';
import { simpleFraction } from '#shared/inheritance/fraction.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';

export interface RelativesLetter {
  readonly document: DocumentModel;
  readonly reading: ReadingEase;
}

const noVariant = failure('rule-broken', 'A letter to relatives needs a variant that is classified as pathogenic or likely pathogenic. An uncertain one says nothing about a relative’s health.');
const noPerson = failure('not-found', 'This person is no longer in the family.');
const noRisk = failure('rule-broken', 'The drawn family says nothing about the chance of this person: they were tested already, they are not related by blood to somebody who carries the variant, or nobody’s genotype is recorded.');

/**
 * The letter that a relative takes to their own doctor: what was found in the family, what the chance is for this person, what a test would mean, whom to call. It names
 * nobody else of the family and says of nobody whether they were tested.
 */
export function relativesLetter(source: LetterSource, personId: string): Result<RelativesLetter, Failure> {
  const { file, level, paper, today, clinic } = source;
  const person = file.family.individuals.find(({ id }) => id === personId);
  if (person === undefined) return refusal(noPerson);
  const found = familialVariant(file);
  if (found === null) return refusal(noVariant);
  const cascade = cascadeTesting(file.family, found.finding, found.hasSecond, today);
  const own = cascade.kind === 'told' ? cascade.relatives.find((relative) => relative.personId === personId) : undefined;
  if (cascade.kind !== 'told' || own === undefined) return refusal(noRisk);
  const name = level === 'full' ? `${person.givenName} ${person.familyName}`.trim() : '';
  const day = level === 'deidentified' ? today.slice(0, 4) : saidDate(today);
  const blocks = letterBlocks({ name, condition: conditionName(file), finding: found.finding, mode: cascade.mode, own, clinic });
  const headline = 'A finding in your family that you may want to know about';
  return success({
    reading: readingEase(blocks.map(blockText).join('\n')),
    document: {
      title: 'Letter to a relative',
      headline,
      language: 'en',
      paper,
      reader: 'family',
      letterhead: { sender: [clinic.clinicName, clinic.clinicianName, ...saidContact(clinic)], recipient: name === '' ? [] : [own.isMinor ? `The parents of ${name}` : name], day },
      furniture: { head: headline, headRight: day, foot: clinic.clinicName },
      facts: [],
      blocks: [...blocks, { kind: 'signature', lines: [clinic.clinicianName, clinic.clinicName].filter((line) => line !== '') }],
      properties: { author: level === 'deidentified' ? '' : clinic.clinicianName, subject: 'Letter to a relative' },
    },
  });
}

/** The variant that runs in the family: the last one that was classified as causing disease. With a second one the disease needs both. */
function familialVariant({ findings }: Pick<CaseFile, 'findings'>): { readonly finding: Finding; readonly hasSecond: boolean } | null {
  const causing = findings.filter(({ classifications }) => ['pathogenic', 'likely-pathogenic'].includes(classifications.at(-1)?.classification ?? ''));
  const finding = causing.at(-1);
  return finding === undefined ? null : { finding, hasSecond: causing.some((other) => other.id !== finding.id && other.gene?.symbol === finding.gene?.symbol) };
}

/** The clinic's own diagnosis, else the condition that is drawn; in plain words where nothing is named. */
function conditionName({ candidates, family }: Pick<CaseFile, 'candidates' | 'family'>): string {
  return candidates.find(({ state }) => state === 'confirmed')?.diseaseName ?? candidates.find(({ state }) => state === 'working')?.diseaseName ?? mainCondition(family)?.name ?? 'a condition that runs in families';
}

interface LetterFacts {
  readonly name: string;
  readonly condition: string;
  readonly finding: Finding;
  readonly mode: InheritanceMode;
  readonly own: CascadeRelative;
  readonly clinic: LetterClinic;
}

function letterBlocks(facts: LetterFacts): readonly Block[] {
  const { name, condition, finding, mode, own, clinic } = facts;
  const { probability, isMinor } = own;
  const isNew = own.by === 'germline-mosaicism';
  const reached = [clinic.clinicName, ...saidContact(clinic)].filter((part) => part !== '').join(', ');
  const gene = finding.gene?.symbol ?? '';
  return [
    paragraph(isMinor ? `${name === '' ? 'Dear parents' : `Dear parents of ${name}`}, where this letter says “you”, it means your child.` : name === '' ? 'Hello,' : `Dear ${name},`),
    paragraph([strong(`We found a change in a gene of someone in your family. ${isNew ? 'You are not likely to have it.' : 'You may have it too.'}`), { text: ' You do not have to do anything. This letter is here so that you can choose.', look: 'plain' }], 'lead'),
    heading('What was found'),
    paragraph(`The change is in ${gene === '' ? 'one gene' : `the gene called ${gene}`}. It can lead to ${condition}. ${modeSentence(mode)}`),
    paragraph([{ text: 'For your doctor, the change is written: ', look: 'plain' }, strong([gene, finding.transcript, plainDescription(finding)].filter((part) => part !== '').join(' ')), { text: '.', look: 'plain' }]),
    heading('What it may mean for you'),
    ...(isNew ? [paragraph(newSentence)] : []),
    ...chanceBlocks(probability),
    paragraph(meaningSentence(mode)),
    heading('What a test would mean'),
    {
      kind: 'list',
      items: [
        [strong('If you do not have the change: '), { text: `your chance of ${condition} is the same as that of most people. You cannot pass this change on.`, look: 'plain' }],
        [strong('If you have the change: '), { text: 'your doctor can plan check-ups for you. You can talk about what it means for children and other relatives.', look: 'plain' }],
        [strong('If you do not want to know: '), { text: 'that is fine. You can change your mind at any time.', look: 'plain' }],
      ],
    },
    ...(isMinor ? [paragraph('For children and teenagers, a test is done only if it helps them now. If not, it can wait until they are old enough to choose.')] : []),
    heading('What you can do'),
    {
      kind: 'list',
      items: [
        'Show this letter to your doctor. Ask to be sent to a genetics clinic.',
        reached === '' ? 'You can also ask the clinic that wrote this letter.' : `You can also ask us: ${reached}.`,
        'Keep this letter. A test for you looks for this one change, so the lab needs to see how it is written.',
        'If you want, tell your brothers, sisters and adult children that they can ask too.',
      ],
    },
    heading('Before you have a test'),
    paragraph('Ask how a result may affect your insurance. In the United States a law (GINA) stops health insurers and employers from using it. It does not cover life, disability or long-term care insurance. Other countries have other rules.', 'small'),
  ];
}

function modeSentence(mode: InheritanceMode): string {
  switch (mode) {
    case 'AD':
      return 'One changed copy of the gene is enough. A parent who has it passes it on to each child with a chance of 1 in 2.';
    case 'AR':
      return 'People with one changed copy are called carriers, and most carriers stay well. Illness comes when a child gets a changed copy from both parents.';
    case 'XLR':
    case 'XLD':
      return 'The gene is on the X chromosome. Women have two X and men have one, so men are often more ill than women.';
    case 'MT':
      return 'The change is passed on by mothers only. A mother passes it on to all of her children.';
    case 'YL':
      return 'The change is passed on from fathers to sons only.';
  }
}

function meaningSentence(mode: InheritanceMode): string {
  if (mode === 'AR') return 'If you are a carrier, you will most likely stay well. It matters if you plan to have children: your partner can be tested too.';
  return 'Not everyone with the change becomes ill, and not everyone in the same way. That is why it can help to know early.';
}

/** Where a sibling has it only by germline mosaicism. Says of no parent that they were tested. */
const newSentence = 'The change seems to be new in your family. It most likely began in one egg or sperm cell. Now and then more than one egg or sperm cell of a parent has such a change. Then a brother or sister can have it too. This is rare.';

/** From here on nobody would picture the few who do not have it. */
const almostCertain = 0.995;

/** The chance in words and number, both ways round, and as people who can be counted. */
function chanceBlocks(probability: number): readonly Block[] {
  if (probability >= almostCertain) return [paragraph('It is almost certain that you have the change, because of the way it has come down in your family.')];
  return [paragraph(`The chance that you have the change is ${chanceWords(probability)}. ${framing(probability)}`), peoplePicture(probability)];
}

/** `1 in 2 (50 %)`: as a fraction that one can picture and as a number. */
export function chanceWords(probability: number): string {
  if (probability < 0.01) return 'less than 1 %';
  const percent = `${String(Math.round(probability * 100))} %`;
  const fraction = simpleFraction(probability);
  return fraction === null ? `about ${percent}` : `${String(fraction.numerator)} in ${String(fraction.denominator)} (${percent})`;
}

/** The other way round: a chance said one way only sounds larger or smaller than it is. The picture below it counts people. */
const framing = (probability: number): string => `The chance that you do not have it is ${chanceWords(1 - probability)}.`;

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.words);
    case 'list':
      return block.items.map(textOf).join('\n');
    case 'heading':
      return `${block.text}.`;
    default:
      return '';
  }
}
