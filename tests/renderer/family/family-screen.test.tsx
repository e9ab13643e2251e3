import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { useShortcuts } from '#renderer/app/action.ts';
import { FamilyScreen } from '#renderer/features/family/family-screen.tsx';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { openScreen, type OpenedScreen, type ScreenOptions } from '#tests/renderer/open-screen.tsx';
import { giveLayout } from '#tests/renderer/shell/a-layout.ts';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

beforeAll(giveLayout);

let opened: OpenedScreen;
afterEach(() => opened.close());

function WithShortcuts({ caseId }: { readonly caseId: string }) {
  useShortcuts();
  return <FamilyScreen caseId={caseId} />;
}

async function open(options: Omit<ScreenOptions, 'screen'> = {}): Promise<void> {
  opened = await openScreen({ ...options, screen: (caseId) => <WithShortcuts caseId={caseId} /> });
  await screen.findByRole('application', { name: /^Pedigree/ });
}

const stored = async (): Promise<Family> => (await opened.ask('family.show', { caseId: opened.caseId })).family;
const canvas = (): HTMLElement => screen.getByRole('application', { name: /^Pedigree/ });
const press = (...keys: readonly string[]): void => keys.forEach((key) => void fireEvent.keyDown(document.activeElement ?? canvas(), { key }));
const said = (): string => canvas().querySelector('[role="status"]')?.textContent ?? '';
/** Brings a whole family into the case, as an import does. */
const fill = async (family: Family): Promise<void> => void (await opened.ask('family.save', { caseId: opened.caseId, family, basedOnRevision: (await opened.ask('family.show', { caseId: opened.caseId })).revision, label: 'Import' }));

describe('at talking speed', () => {
  test('single keys add relatives, the new one is selected at once, and everything is stored', async () => {
    await open();
    canvas().focus();
    press('u');
    expect(said()).toMatch(/father, man$/);
    press('d', 's', 'w', 'c', 'l');
    await waitFor(async () => expect((await stored()).individuals.map(({ gender, vitalStatus, life }) => [gender, vitalStatus, life.kind])).toEqual(expect.arrayContaining([['man-boy', 'deceased', 'person'], ['woman-girl', 'alive', 'person']])));
    await waitFor(async () => expect((await stored()).individuals.length).toBe(8));
  });

  test('a key that comes right after another acts on whom the first has added', async () => {
    await open();
    canvas().focus();
    press('c', 'w', 't', 'z');
    await waitFor(async () => expect((await stored()).twinGroups.map(({ members }) => members.map(({ zygote }) => zygote))).toEqual([[1, 2]]));
    expect((await stored()).individuals.filter(({ gender }) => gender === 'woman-girl').length).toBe(2);
  });

  test('Enter opens the name of the one just added, Tab comes to the age, Enter leads back to the drawing', async () => {
    await open();
    canvas().focus();
    press('s', 'Enter');
    const name = screen.getByLabelText('Given name');
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: 'Mia' } });
    fireEvent.change(screen.getByLabelText('Age'), { target: { value: '4 y 2 mo' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(document.activeElement).toBe(canvas());
    await waitFor(async () => expect((await stored()).individuals.find(({ givenName }) => givenName === 'Mia')?.ageAtLastEncounter).toBe('P4Y2M'));
  });

  test('arrows walk through the family, Shift adds to the selection, Escape selects nobody', async () => {
    await open();
    canvas().focus();
    press('u', 'ArrowRight');
    expect(said()).toContain('mother');
    fireEvent.keyDown(canvas(), { key: 'ArrowLeft', shiftKey: true });
    expect(await screen.findByText('2 people selected')).toBeTruthy();
    press('Escape');
    expect(await screen.findByText('The family')).toBeTruthy();
  });

  test('the keyboard joins two people, and Escape on the way leaves no trace', async () => {
    await open();
    await fill(aPedigree().withTrio().woman('other').build());
    await waitFor(() => expect(canvas().getAttribute('aria-label')).toBe('Pedigree with 4 people'));
    const before = await stored();
    canvas().focus();
    press('j', 'ArrowUp', 'Escape');
    expect(await stored()).toEqual(before);
    fireEvent.keyDown(canvas(), { key: 'ArrowUp' });
    const [father, mother] = [before.individuals[0]?.id, before.individuals[1]?.id];
    expect([father, mother].filter((id) => id !== undefined).length).toBe(2);
    press('j', 'ArrowRight', 'Enter');
    const menu = await screen.findByRole('menu');
    fireEvent.keyDown(within(menu).getByRole('menuitem', { name: /are the same person/ }), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(await stored()).toEqual(before);
  });
});

describe('the quick line', () => {
  test('says what it understood while it is typed, draws it on Enter, and keeps what cannot be read', async () => {
    await open();
    const line = screen.getByLabelText('Add relatives in words');
    line.focus();
    fireEvent.change(line, { target: { value: '2 brothers, 1 d. 4 mo, 1 SAB' } });
    expect(await screen.findByText('5 people')).toBeTruthy();
    expect(screen.getAllByText('brother', { selector: '.quick-preview b' }).length).toBe(2);
    fireEvent.keyDown(line, { key: 'Enter' });
    await waitFor(async () => expect((await stored()).individuals.length).toBe(6));
    fireEvent.change(line, { target: { value: '3 wombats' } });
    fireEvent.keyDown(line, { key: 'Enter' });
    expect((line as HTMLInputElement).value).toBe('3 wombats');
    expect((await stored()).individuals.length).toBe(6);
  });
});

describe('the inspector', () => {
  test('says the same of several at once, and shows where they differ', async () => {
    await open();
    await fill(aPedigree().withTrio().affected('Haemophilia A', 'proband').build());
    await waitFor(() => expect(canvas().getAttribute('aria-label')).toBe('Pedigree with 3 people'));
    canvas().focus();
    fireEvent.keyDown(canvas(), { key: 'a', ctrlKey: true });
    expect(await screen.findByText('3 people selected')).toBeTruthy();
    expect(screen.getAllByText('Various').length).toBe(2);
    press('d');
    await waitFor(async () => expect((await stored()).individuals.map(({ vitalStatus }) => vitalStatus)).toEqual(['deceased', 'deceased', 'deceased']));
    press('a');
    await waitFor(async () => expect((await stored()).individualConditions.map(({ state }) => state)).toEqual(['affected', 'affected', 'affected']));
  });

  test('a new condition is in hand, the selected is affected, and its figure goes through the states', async () => {
    await open();
    canvas().focus();
    press('n');
    const name = await screen.findByLabelText('Condition');
    fireEvent.change(name, { target: { value: 'Cystic fibrosis' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    await waitFor(async () => expect((await stored()).individualConditions.map(({ state }) => state)).toEqual(['affected']));
    canvas().focus();
    press('1');
    await waitFor(async () => expect((await stored()).individualConditions.map(({ state }) => state)).toEqual(['carrier']));
  });
});

describe('adding a condition', () => {
  const conditions = async (): Promise<unknown> => (await stored()).conditions.map(({ name, diseaseId }) => [name, diseaseId]);
  const typeName = async (text: string): Promise<HTMLElement> => {
    canvas().focus();
    press('n');
    const name = await screen.findByLabelText('Condition');
    name.focus();
    fireEvent.change(name, { target: { value: text } });
    return name;
  };

  test('finds diseases of the catalogue by gene or with a typing error, and takes one with its code', async () => {
    await open();
    const name = await typeName('FBN1');
    expect(await screen.findByRole('button', { name: 'Marfan syndrome OMIM:154700 · FBN1 · Autosomal dominant' })).toBeTruthy();
    fireEvent.change(name, { target: { value: 'marfen syn' } });
    await waitFor(() => expect(within(screen.getByRole('list', { name: 'Diseases of the catalogue' })).getAllByRole('button').length).toBe(1));
    fireEvent.keyDown(name, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Marfan syndrome');
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(async () => expect(await conditions()).toEqual([['Marfan syndrome', 'OMIM:154700']]));
    expect(screen.queryByRole('dialog')).toBeNull();

    await typeName('marfan');
    expect(await screen.findByText(/^No other disease of the catalogue is called so/)).toBeTruthy();
  });

  test('keeps what is typed, with the code where it is the whole name of a disease', async () => {
    await open();
    fireEvent.keyDown(await typeName('weak legs'), { key: 'Enter' });
    await waitFor(async () => expect(await conditions()).toEqual([['weak legs', null]]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const name = await typeName('marfan syndrome');
    await screen.findByRole('button', { name: /^Marfan syndrome OMIM:154700/ });
    fireEvent.keyDown(name, { key: 'Enter' });
    await waitFor(async () => expect(await conditions()).toEqual([['weak legs', null], ['marfan syndrome', 'OMIM:154700']]));
  });
});

describe('the list of people', () => {
  test('holds everybody with number and relation, filters by any of it, and selects for drawing and inspector alike', async () => {
    await open();
    await fill(aPedigree().withTrio().woman('aunt', { givenName: 'Edda' }).man('gf').childOf('mother', 'gf').childOf('aunt', 'gf').build());
    await waitFor(() => expect(canvas().getAttribute('aria-label')).toBe('Pedigree with 5 people'));
    canvas().focus();
    press('v');
    const list = await screen.findByRole('grid', { name: 'People of the family' });
    expect(within(list).getAllByRole('row').length).toBe(6);
    fireEvent.change(screen.getByLabelText('Filter people'), { target: { value: 'maternal aunt' } });
    const row = await waitFor(() => {
      const rows = within(list).getAllByRole('row').slice(1);
      expect(rows.length).toBe(1);
      return rows[0] as HTMLElement;
    });
    fireEvent.click(row);
    expect(await screen.findByRole('heading', { level: 2, name: /^Edda II-/ })).toBeTruthy();
    expect(said()).toContain('maternal aunt');
  });
});

describe('files and versions', () => {
  test('a file is looked through before anything changes: who is new, what differs, what to keep', async () => {
    await open();
    await fill(aPedigree().withTrio().known({ givenName: 'Ida', familyName: 'Vale', birthDate: '2017' }, 'proband').build());
    const before = await stored();
    const file = new File(['fam ida_father 0 0 1 1\nfam ida_mother 0 0 2 1\nfam ida ida_father ida_mother 2 2\nfam second ida_father ida_mother 1 1\n'], 'vale.ped');
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Import a family file' }));
    fireEvent.change(await screen.findByLabelText('Choose a file', { selector: 'input' }), { target: { files: [file] } });
    expect(await screen.findByText('PED: 4 people')).toBeTruthy();
    expect(await stored()).toEqual(before);
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }));
    await waitFor(async () => expect((await stored()).individuals.length).toBeGreaterThan(3));
    expect((await stored()).individuals.find(({ givenName }) => givenName === 'Ida')?.birthDate).toBe('2017');
  });

  test('who of the file is who can be set by hand; what could not be a family is said before it is brought in', async () => {
    await open();
    await fill(aPedigree().withTrio().known({ givenName: 'Ida', birthDate: '2017' }, 'proband').build());
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Import a family file' }));
    const file = new File(['fam dad 0 0 1 1\nfam mum 0 0 2 1\nfam kid dad mum 2 1\n'], 'vale.ped');
    fireEvent.change(await screen.findByLabelText('Choose a file', { selector: 'input' }), { target: { files: [file] } });
    await screen.findByRole('heading', { name: 'Who is who' });
    const lines = () => within(screen.getByRole('heading', { name: 'Who is who' }).closest('section') ?? document.body).getAllByRole('listitem');
    const choose = async (line: number, name: RegExp): Promise<void> => {
      fireEvent.click(within(lines()[line] ?? document.body).getByRole('button'));
      fireEvent.click(await screen.findByRole('option', { name }));
    };
    await choose(2, /Ida/);
    await choose(0, /Ida/);
    expect((await screen.findByRole('alert')).textContent).toMatch(/set to be the same person/);
    expect(screen.getByRole('button', { name: 'Bring it in' })).toHaveProperty('disabled', true);
    await choose(0, /Somebody new/);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }));
    await waitFor(async () => expect((await stored()).individuals.find(({ givenName }) => givenName === 'Ida')?.reference).toBe('kid'));
  });

  test('an export says what the format cannot hold, and of whom', async () => {
    await open();
    await fill(aPedigree().withTrio().known({ isAdopted: true }, 'proband').build());
    await waitFor(() => expect(canvas().getAttribute('aria-label')).toBe('Pedigree with 3 people'));
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Export the family' }));
    const losses = await screen.findByRole('region', { name: 'What PED cannot hold' });
    expect(losses.textContent).toMatch(/adopt.*II-1/i);
  });

  test('an earlier version can be compared with: who is new is marked and listed', async () => {
    await open();
    await fill(aPedigree().withTrio().build());
    await waitFor(() => expect(canvas().getAttribute('aria-label')).toBe('Pedigree with 3 people'));
    canvas().focus();
    press('s');
    await waitFor(async () => expect((await stored()).individuals.length).toBe(4));
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Compare with an earlier version' }));
    fireEvent.click(await screen.findByRole('button', { name: /Import/ }));
    expect(await screen.findByText('1 added, 0 changed, 0 removed')).toBeTruthy();
  });
});
