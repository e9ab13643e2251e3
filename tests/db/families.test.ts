import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyVault } from '#db/verify-vault.ts';
import { success } from '#shared/base/result.ts';
import { emptyFamily, type Family } from '#shared/pedigree/family.ts';
import { unknownProvenance, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { renameRows } from '#shared/pedigree/rename-rows.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { aVault, anUnlockedVault, must, type TestVault } from '#tests/db/vault-builder.ts';

/** A case whose family is written whole, under one id for each name. */
function aFamilyCase(vault: TestVault) {
  const caseId = vault.addCase('NRG-1');
  const [proband] = vault.read.people.ofCase(caseId);
  const ids = new Map<string, string>();
  const named = (family: Family): Family => {
    const told = family.individuals.find(({ isProband }) => isProband);
    if (told !== undefined && proband !== undefined && ids.size === 0) ids.set(`individuals ${told.id}`, proband.id);
    return must(
      vault.run((unit) =>
        success(
          renameRows(family, (list, id) => {
            const key = `${list} ${id}`;
            const name = ids.get(key) ?? unit.newId();
            ids.set(key, name);
            return name;
          }),
        ),
      ),
    );
  };
  const write = (family: Family, label = 'Draw the family') =>
    must(
      vault.run((unit) => {
        unit.families.write(caseId, family);
        unit.describe(label, caseId);
        return success(unit.families.ofCase(caseId));
      }),
    );
  return { caseId, named, write, read: () => vault.read.families.ofCase(caseId) };
}

/** The order of people and conditions is told; of lines and twins it is none. */
function inNoOrder(family: Family): Family {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]) => items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    ...family,
    parentEdges: byId(family.parentEdges),
    partnerships: byId(family.partnerships),
    twinGroups: byId(family.twinGroups).map((group) => ({ ...group, members: group.members.toSorted((one, other) => (one.individualId < other.individualId ? -1 : 1)) })),
    individualConditions: byId(family.individualConditions),
  };
}

const undo = (vault: TestVault, caseId: string) => must(vault.run((unit) => unit.history.undo(caseId)));
const redo = (vault: TestVault, caseId: string) => must(vault.run((unit) => unit.history.redo(caseId)));

describe('a family', () => {
  test('comes back with everything that can be said of it', async () => {
    const provenance = { source: 'relative', detail: 'told by the aunt', recordedOn: '2026-02', recordedBy: 'Dr A', isPrivate: true } as const;
    const said: Partial<IndividualDetail> = {
      ...{ reference: 'II.1 "x"', givenName: 'Ada', familyName: 'Øy', gender: 'non-binary', sexAssignedAtBirth: 'female', karyotype: '46,XX', vitalStatus: 'deceased', birthDate: '1990-04' },
      ...{ deathDate: '2020', ageAtDeath: 'P30Y', causeOfDeath: 'unknown\nfever', ageAtLastEncounter: 'P29Y', ageRecordedOn: '2019-05-06', birthOrder: 2, isAdopted: true, isEvaluated: true },
      ...{ evaluations: ['46,XX', 'ECHO: –'], childlessness: { kind: 'infertility', reason: 'vasectomy' }, ancestry: 'Ítaca', note: 'x'.repeat(10_000), provenance: { gender: provenance, birthDate: unknownProvenance } },
    };
    const life = [{ kind: 'pregnancy', gestation: { weeks: 12, days: 3 }, dueDate: '2026-09', sexKnownBy: '46,XY' }, { kind: 'group', count: null }, { kind: 'loss', outcome: 'ectopic', gestation: null }] as const;
    const family = aPedigree()
      .withTrio()
      .known(said, 'proband')
      .consultand('mother')
      .man('twin', { life: life[0] }).childOf('twin', 'father', 'mother').twins('unknown', 'proband', 'twin')
      .woman('donor', { life: life[1] }).parent('twin', 'donor', ['egg', 'gestational'], { isDonor: true, undrawnPartner: 3 })
      .person('loss', { life: life[2] })
      .couple('donor', 'loss', { status: 'ended', isConsanguineous: true, degree: 'third cousins', childlessness: { kind: 'by-choice-or-unknown', reason: '' }, provenance })
      .state('obligate-carrier', 'Haemophilia A', 'mother').affected('Haemophilia A', 'proband')
      .header({ title: 'The Øy family', recordedBy: 'Dr A', recorderTitle: 'CGC', historian: 'aunt', takenOn: '2026-03-01', updatedOn: '2026', indication: 'x', maternalAncestry: 'm', paternalAncestry: 'p', consanguinityAsked: 'denied' })
      .build();
    const vault = await aVault();
    const kept = aFamilyCase(vault);
    const full = kept.named({
      ...family,
      conditions: family.conditions.map((condition) => ({ ...condition, diseaseId: 'OMIM:306700', termId: 'HP:0001934' })),
      individualConditions: family.individualConditions.map((row) => ({ ...row, onset: { kind: 'age', duration: 'P1Y' }, evidence: 'F8, tested', provenance })),
    });
    expect(kept.write(full)).toEqual(full);
    expect(kept.read()).toEqual(full);
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });

  test('whatever it becomes next, is written as told, remembered by the history, undone and redone, also after the vault was closed', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(families({ maxPeople: 20 }), { minLength: 2, maxLength: 5 }), async (told) => {
        const first = await aVault();
        const { caseId, named, write, read } = aFamilyCase(first);
        const remembered = [{ revision: first.read.families.revision(caseId), family: read() }];
        for (const next of told.map(named)) {
          const family = write(next);
          expect(inNoOrder(family)).toEqual(inNoOrder(next));
          const revision = first.read.families.revision(caseId);
          if (revision !== remembered.at(-1)?.revision) remembered.push({ revision, family });
        }
        const asOf = (vault: TestVault) => remembered.map(({ revision }) => ({ revision, family: vault.read.families.asOf(caseId, revision) }));
        expect(asOf(first)).toEqual(remembered);
        for (const { family } of remembered.slice(0, -1).toReversed()) {
          undo(first, caseId);
          expect(read()).toEqual(family);
        }
        first.close();
        const second = await anUnlockedVault(first.vault.folder);
        for (const { family } of remembered.slice(1)) {
          redo(second, caseId);
          expect(second.read.families.ofCase(caseId)).toEqual(family);
        }
        expect(asOf(second)).toEqual(remembered);
        expect(second.read.families.versions(caseId)).toHaveLength(1 + 3 * (remembered.length - 1));
        expect(must(verifyVault(second.vault.database)).findings).toEqual([]);
        second.close();
      }),
      { numRuns: 25 },
    );
  });

  test('that is written as it stands leaves no entry', async () => {
    const vault = await aVault();
    const { caseId, named, write, read } = aFamilyCase(vault);
    write(named(aPedigree().withTrio().affected('Haemophilia A', 'proband').build()));
    const revision = vault.read.families.revision(caseId);
    write(read());
    expect([vault.read.families.revision(caseId), vault.read.history.count()]).toEqual([revision, revision]);
  });

  test('loses with a person their findings, and an undo brings both back', async () => {
    const vault = await aVault();
    const { caseId, named, write } = aFamilyCase(vault);
    const family = write(named(aPedigree().withTrio().build()));
    const mother = family.individuals.find(({ gender }) => gender === 'woman-girl')?.id ?? '';
    must(
      vault.run((unit) => {
        unit.features.add({ caseId, personId: mother, termId: 'HP:0001250', label: 'Seizure', detail: bareDetail('observed') });
        unit.describe('Add Seizure', caseId);
        return success(null);
      }),
    );
    const features = vault.read.features.ofCase(caseId);
    write({ ...family, individuals: family.individuals.filter(({ id }) => id !== mother), parentEdges: family.parentEdges.filter(({ parentId }) => parentId !== mother), partnerships: [] });
    expect(vault.read.features.ofCase(caseId)).toEqual([]);
    undo(vault, caseId);
    expect(vault.read.families.ofCase(caseId)).toEqual(family);
    expect(vault.read.features.ofCase(caseId).map(({ version: _, ...feature }) => feature)).toEqual(features.map(({ version: _, ...feature }) => feature));
  });

  test('hands the proband on, though the old one goes at once, and back by an undo', async () => {
    const vault = await aVault();
    const { caseId, named, write } = aFamilyCase(vault);
    const before = write(named(aPedigree().withTrio().build()));
    const [father] = before.individuals;
    const after = write({ ...before, individuals: before.individuals.filter(({ isProband }) => !isProband).map((individual) => ({ ...individual, isProband: individual.id === father?.id })), parentEdges: [] });
    expect(vault.read.people.proband(caseId)?.id).toBe(father?.id);
    undo(vault, caseId);
    expect(vault.read.families.ofCase(caseId)).toEqual(before);
    redo(vault, caseId);
    expect(vault.read.families.ofCase(caseId)).toEqual(after);
  });

  test('goes with its case and comes back with it', async () => {
    const vault = await aVault();
    const { caseId, named, write } = aFamilyCase(vault);
    const family = write(named(aPedigree().withTrio().affected('Haemophilia A', 'proband').header({ title: 'A family' }).daughters(['father', 'mother'], 'sister').twins('dizygotic', 'proband', 'sister').build()));
    const revision = vault.read.families.revision(caseId);
    must(
      vault.run((unit) => {
        unit.describe('Delete the case', caseId);
        return unit.cases.remove(caseId, unit.cases.find(caseId)?.version ?? 0);
      }),
    );
    expect(vault.read.families.ofCase(caseId)).toEqual(emptyFamily);
    undo(vault, caseId);
    expect([vault.read.families.ofCase(caseId), vault.read.families.asOf(caseId, revision)]).toEqual([family, family]);
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });

  test('is read as it stood after an entry that touched something else, and not from before it was', async () => {
    const vault = await aVault();
    const other = vault.addCase('NRG-0');
    const { caseId, read } = aFamilyCase(vault);
    const entry = vault.read.history.count();
    must(vault.run((unit) => { unit.describe('Change note', other); return unit.cases.change(other, 1, { note: 'x' }); }));
    expect([entry - 1, entry, entry + 1, entry + 2].map((id) => vault.read.families.asOf(caseId, id))).toEqual([null, read(), read(), null]);
  });
});
