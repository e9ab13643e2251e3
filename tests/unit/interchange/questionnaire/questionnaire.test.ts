import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { FamilyView } from '#shared/casefile/family-view/family-view.ts';
import { answersFormat, readAnswers } from '#shared/interchange/questionnaire/answers.ts';
import { pageScript } from '#shared/interchange/questionnaire/page-script.ts';
import { questionnaireHtml } from '#shared/interchange/questionnaire/questionnaire-html.ts';
import { emptyFamily, newIndividual } from '#shared/pedigree/family.ts';

const caseId = '01a208d7-fafa-711f-b2fe-074c330fe885';
const scriptHash = createHash('sha256').update(pageScript, 'utf8').digest('base64');
const nasty = '</script><img src=x onerror=alert(1)>';

const view: FamilyView = {
  probandName: nasty,
  family: { ...emptyFamily, individuals: [newIndividual('p', { givenName: nasty, isProband: true })] },
  people: [{ personId: 'p', name: nasty, facts: [{ fact: 'name', group: 'person', words: `Called ${nasty}`, since: '' }, { fact: 'feature:HP:0001250', group: 'has', words: 'Fits', since: 'since birth' }] }],
};
const html = questionnaireHtml(view, { caseId, clinicName: nasty, scriptHash });

describe('the questionnaire', () => {
  test('lets no name become markup or script, and allows its own script and no connection', () => {
    const { document } = new JSDOM(html, { runScripts: 'dangerously' }).window;
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect([...document.querySelectorAll('script')].map(({ type }) => type)).toEqual(['application/json', '']);
    expect(document.querySelector('h2')?.textContent).toContain(nasty);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'`);
    expect(html).not.toMatch(/(src|href|action)\s*=\s*["']?(https?:|\/\/)/i);
  });

  test('begins with whom it is about, and calls nobody by words of a clinic', () => {
    const called = (personId: string, name: string): FamilyView['people'][number] => ({ personId, name, facts: [{ fact: 'name', group: 'person', words: `Called ${name}`, since: '' }] });
    const family = { ...emptyFamily, individuals: [newIndividual('g', { givenName: 'Liis' }), newIndividual('p', { givenName: 'Oskar', isProband: true })] };
    const page = questionnaireHtml({ probandName: 'Oskar', family, people: [called('g', 'Liis'), called('p', 'Oskar')] }, { caseId, clinicName: '', scriptHash });
    const { document } = new JSDOM(page, { runScripts: 'dangerously' }).window;
    expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['Oskar', 'Liis', 'The whole family']);
  });

  test('asks of each thing whether it is right, and gives the answers to a file that the clinic can read', async () => {
    const { window } = new JSDOM(html, { runScripts: 'dangerously' });
    const { document } = window;
    const made: Blob[] = [];
    Object.assign(window.URL, { createObjectURL: (blob: Blob) => (made.push(blob), 'blob:answers'), revokeObjectURL: () => undefined });
    window.HTMLAnchorElement.prototype.click = () => undefined;
    const choose = (words: string, value: string): void => {
      const fieldset = [...document.querySelectorAll('fieldset')].find((one) => one.textContent.includes(words));
      fieldset?.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click();
    };
    choose('Fits', 'not-sure');
    choose('Called', 'correction');
    const said = document.querySelector<HTMLInputElement>('.said:not([hidden]) input');
    if (said === null) throw new Error('nowhere to say what is right');
    said.value = ' Oskar Näide ';
    document.getElementById('save')?.click();
    const text = await new Promise<string>((resolve) => {
      const reader = new window.FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(made[0] as never);
    });
    const read = readAnswers(text.replaceAll('"p"', `"${caseId}"`), 'answers.json');
    expect(read.ok ? read.value : read.error).toMatchObject({
      caseId,
      answers: [
        { fact: 'name', answer: 'correction', said: 'Oskar Näide' },
        { fact: 'feature:HP:0001250', shown: 'Fits', answer: 'not-sure', said: '' },
      ],
    });
    expect(document.getElementById('state')?.textContent).toContain('with 2 answers');
  });
});

describe('reading answers', () => {
  test('refuses whatever is none, and says where, without ever failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.record({ format: fc.constant(answersFormat), version: fc.constant(1), caseId: fc.constant(caseId), answers: fc.anything() }).map((value) => JSON.stringify(value) ?? '')), (text) => {
        const read = readAnswers(text, 'answers.json');
        if (!read.ok) expect(read.error).toMatchObject({ kind: 'invalid-input', problems: expect.arrayContaining([expect.objectContaining({ file: 'answers.json' })]) as unknown });
      }),
    );
  });

  test('names the place of what cannot be used', () => {
    const read = readAnswers(JSON.stringify({ format: answersFormat, version: 1, caseId, saidBy: '', savedOn: '2026-03-01', answers: [{ personId: null, fact: 'other', shown: '', answer: 'maybe', said: '' }] }), 'answers.json');
    expect(read.ok ? null : read.error.problems?.map(({ pointer }) => pointer)).toEqual(['/answers/0/answer']);
  });
});
