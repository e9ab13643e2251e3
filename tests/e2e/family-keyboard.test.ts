import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Family } from '#shared/pedigree/family.ts';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { makeVault } from '#tests/e2e/steps.ts';

/** A counsellor takes down three generations while the family tells it: by the keyboard alone, every key counted. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

interface Counted {
  readonly keys: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly count: () => number;
}

function counted(page: Page): Counted {
  let count = 0;
  const press = async (key: string): Promise<void> => {
    count += 1;
    await page.keyboard.press(key);
  };
  return {
    keys: async (...keys) => {
      for (const key of keys) await press(key);
    },
    type: async (text) => {
      for (const character of text) await press(character === ' ' ? 'Space' : character);
    },
    count: () => count,
  };
}

/** What the vault itself says. */
async function ask<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const response = await page.evaluate(async (request) => (await fetch('/api', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })).json() as Promise<unknown>, { procedure, input });
  return (response as { value: Answer }).value;
}

const peopleOnScreen = (page: Page): Promise<number> => page.locator('.react-flow__node').count();
const selected = (page: Page): Promise<string | null> => page.locator('.canvas > [role="status"]').first().textContent();

/** The entries of the history of the case, newest first. */
async function entryIds(page: Page, caseId: string, limit: number): Promise<readonly number[]> {
  const { entries } = await ask<{ readonly entries: readonly { readonly id: number }[] }>(page, 'history.list', { caseId, limit, before: null });
  return entries.map(({ id }) => id);
}

const storedFamily = async (page: Page, caseId: string): Promise<Family> => (await ask<{ readonly family: Family }>(page, 'family.show', { caseId })).family;

/** The key once for each change, each seen in the history before the next. */
async function pressForEach(page: Page, caseId: string, key: string, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    const [before] = await entryIds(page, caseId, 1);
    await page.keyboard.press(key);
    await expect.poll(async () => (await entryIds(page, caseId, 1))[0], { timeout: 10_000, interval: 20 }).not.toBe(before);
  }
}

/** The same family told by what is in it, whatever its rows are called. */
const summary = (family: Family) => ({
  people: family.individuals.length,
  conditions: family.conditions.map(({ name }) => name),
  affected: family.individualConditions.filter(({ state }) => state === 'affected').length,
  consanguineous: family.partnerships.filter(({ isConsanguineous }) => isConsanguineous).length,
  monozygotic: family.twinGroups.map(({ members }) => members.map(({ zygote }) => zygote)),
  stillbirths: family.individuals.filter(({ life }) => life.kind === 'stillbirth').length,
  losses: family.individuals.filter(({ life }) => life.kind === 'loss').length,
  adopted: family.individuals.filter(({ id, isAdopted }) => isAdopted && family.parentEdges.some((edge) => edge.childId === id && edge.roles.includes('adoptive'))).length,
  deceased: family.individuals.filter(({ vitalStatus }) => vitalStatus === 'deceased').length,
  named: family.individuals.filter(({ givenName }) => givenName !== '').map(({ givenName, ageAtLastEncounter }) => [givenName, ageAtLastEncounter]),
});

test('three generations, 24 people, two conditions, a consanguineous couple, monozygotic twins, a stillbirth and an adoption take at most 120 keys, and all of it can be undone and redone', async () => {
  const { page } = opened;
  await makeVault(page);
  await page.keyboard.press('n');
  await page.getByLabel('Given name').fill('I.');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
  await page.keyboard.press('Control+3');
  await page.locator('.canvas:focus .react-flow__node').first().waitFor();
  const caseId = (await ask<readonly { readonly id: string }[]>(page, 'case.list', {}))[0]?.id ?? '';
  const begin = await storedFamily(page, caseId);
  const [beginEntry = 0] = await entryIds(page, caseId, 1);
  expect(summary(begin)).toMatchObject({ people: 1, conditions: [] });

  const { keys, type, count } = counted(page);
  // The proband, a girl of nine with the first condition, her parents and all four grandparents.
  await keys('w', 'n');
  await type('CF');
  await keys('Enter', 'Enter');
  await type('Ida');
  await keys('Tab');
  await type('9y');
  await keys('Enter', 'r', 'Enter');
  await expect.poll(() => peopleOnScreen(page)).toBe(7);
  // Younger brothers, monozygotic twins, and a stillbirth after them; the parents are related by blood.
  await keys('s', 'm', 't', 'ArrowUp', 'b');
  await expect.poll(() => selected(page)).toContain('stillbirth');
  await keys('ArrowUp', 'k');
  // On the mother's side three more in one line of words; her sister was adopted and has three children, her brother too.
  await keys('/');
  await type('bro,sis,SAB');
  await keys('Enter', 'ArrowLeft');
  await expect.poll(() => selected(page)).toContain('maternal aunt');
  await keys('o', 'p', 'c', 'm', 's', 'w', 's', 'ArrowUp', 'ArrowLeft', 'ArrowLeft');
  await expect.poll(() => selected(page)).toContain('maternal uncle');
  await keys('p', 'c', 'w', 's', 'm', 's');
  await expect.poll(() => peopleOnScreen(page)).toBe(21);
  // The father's brother died of the second condition and left a wife and a child.
  await keys('ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await expect.poll(() => selected(page)).toContain('father');
  await keys('s', 'm', 'n');
  await type('HD');
  await keys('Enter', 'd', 'p', 'c', 'Enter');
  await type('Mia');
  await keys('Tab');
  await type('4y2mo');
  await keys('Enter');
  expect(count()).toBeLessThanOrEqual(120);

  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(async () => (await storedFamily(page, caseId)).individuals.some(({ ageAtLastEncounter }) => ageAtLastEncounter === 'P4Y2M')).toBe(true);
  const drawn = await storedFamily(page, caseId);
  expect(summary(drawn)).toEqual({
    people: 24,
    conditions: ['CF', 'HD'],
    affected: 2,
    consanguineous: 1,
    monozygotic: [[1, 1]],
    stillbirths: 1,
    losses: 1,
    adopted: 1,
    deceased: 1,
    named: [['Ida', 'P9Y'], ['Mia', 'P4Y2M']],
  });

  const changes = (await entryIds(page, caseId, 1_000)).filter((id) => id > beginEntry).length;
  await pressForEach(page, caseId, 'Control+z', changes);
  await expect.poll(() => storedFamily(page, caseId)).toEqual(begin);
  await expect.poll(() => peopleOnScreen(page)).toBe(1);
  await pressForEach(page, caseId, 'Control+Shift+z', changes);
  await expect.poll(() => storedFamily(page, caseId)).toEqual(drawn);
  await expect.poll(() => peopleOnScreen(page)).toBe(24);
});
