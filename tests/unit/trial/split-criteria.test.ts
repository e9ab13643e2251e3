import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCriteria } from '#shared/trial/split-criteria.ts';

const brief = (text: string) => splitCriteria(text).map(({ section, group, under, hasParts, text: words }) => [section, words, ...(group === '' ? [] : [`[${group}]`]), ...under.map((above) => `< ${above}`), ...(hasParts ? ['+'] : [])]);

describe('splitting criteria', () => {
  test('reads bullets, numbers, letters and plain lines below the headings that people write', () => {
    expect(brief('Key Inclusion Criteria:\n\n1. Adults\n2) Walks\n\nEXCLUSION CRITERIA\n- Pain\n• Fever')).toEqual([['inclusion', 'Adults'], ['inclusion', 'Walks'], ['exclusion', 'Pain'], ['exclusion', 'Fever']]);
    expect(brief('Inclusion: age over 3\nSpeaks Greek\nExclusion:\nPain')).toEqual([['inclusion', 'age over 3'], ['inclusion', 'Speaks Greek'], ['exclusion', 'Pain']]);
    expect(brief('Subjects must meet all of the following inclusion criteria:\n* A\n\nPatients will be excluded if:\n* B')).toEqual([['inclusion', 'A'], ['exclusion', 'B']]);
  });

  test('keeps what stands below an item with it, and groups apart', () => {
    expect(brief('Inclusion Criteria:\n\n* Active disease as defined by\n\n  * Score above 4\n  * Pain\n* Consents\n\nFor parents:\n\n* Reads')).toEqual([
      ['inclusion', 'Active disease as defined by', '+'],
      ['inclusion', 'Score above 4', '< Active disease as defined by'],
      ['inclusion', 'Pain', '< Active disease as defined by'],
      ['inclusion', 'Consents'],
      ['inclusion', 'Reads', '[For parents]'],
    ]);
  });

  test('does not guess whether an item rules in or out where the text does not say', () => {
    expect(brief('* Age over 3\n* Pain')).toEqual([['unclear', 'Age over 3'], ['unclear', 'Pain']]);
    expect(brief('Eligibility Criteria:\n* Age over 3')).toEqual([['unclear', 'Age over 3']]);
    expect(brief('Eligibility criteria:\n* Age over 3\nExclusion criteria:\n* Pain')).toEqual([['inclusion', 'Age over 3'], ['exclusion', 'Pain']]);
  });

  test('knows exclusions that are called otherwise, stand in bold or within a line', () => {
    expect(brief('Inclusion criteria\n* A\nNon-inclusion criteria\n* B')).toEqual([['inclusion', 'A'], ['exclusion', 'B']]);
    expect(brief('**Inclusion Criteria**\n* A\n**Exclusion Criteria**\n* B')).toEqual([['inclusion', 'A'], ['exclusion', 'B']]);
    expect(brief('Inclusion Criteria: adults. Exclusion Criteria: pain.')).toEqual([['inclusion', 'adults.'], ['exclusion', 'pain.']]);
  });

  test('takes a few words above bullets for a group, but not an announcement of all that follows', () => {
    expect(brief('Inclusion Criteria:\n\nPatients\n\n* Male\n\nControls\n\n* Female\n\nExclusion Criteria:\n\n* Pain')).toEqual([['inclusion', 'Male', '[Patients]'], ['inclusion', 'Female', '[Controls]'], ['exclusion', 'Pain']]);
    expect(brief('Inclusion Criteria:\n\nParticipants must meet all of the following criteria:\n\n* Male')).toEqual([['inclusion', 'Male']]);
  });

  test('keeps together what is announced by an item beside it, since nobody can tell where it ends', () => {
    expect(brief('Inclusion Criteria:\n* One of these:\n* Male\n* Female\n\nExclusion Criteria:\n* Pain')).toEqual([
      ['inclusion', 'One of these:', '+'],
      ['inclusion', 'Male', '< One of these:'],
      ['inclusion', 'Female', '< One of these:'],
      ['exclusion', 'Pain'],
    ]);
  });

  test('takes a sentence that speaks of inclusion for an item', () => {
    expect(brief('Inclusion Criteria:\n* Inclusion in the registry is confirmed\n* Exclusion of other causes')).toEqual([['inclusion', 'Inclusion in the registry is confirmed'], ['inclusion', 'Exclusion of other causes']]);
  });

  test('loses no word and never throws', () => {
    const line = fc.tuple(fc.constantFrom('', '* ', '  * ', '1. ', '   a) ', '- '), fc.constantFrom('alpha beta', 'gamma', 'delta, epsilon', 'zeta:', 'eta or')).map(([bullet, words]) => ({ bullet, words }));
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const items = splitCriteria(`Inclusion Criteria:\n${lines.map(({ bullet, words }) => `${bullet}${words}`).join('\n')}`);
      const said = items.flatMap(({ text, group }) => [text, group]).join(' ');
      // A line that ends in a colon may head a group of which nothing follows.
      for (const { words } of lines) if (!words.endsWith(':')) expect(said).toContain(words);
    }), { numRuns: 200 });
    fc.assert(fc.property(fc.string(), (text) => { splitCriteria(text); }));
  });
});
