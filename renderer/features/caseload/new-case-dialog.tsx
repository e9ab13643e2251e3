import { useCommand } from '#renderer/client/queries.tsx';
import { AgeField } from '#renderer/components/age-field.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { createInput, forgetNewCase, isUntouched, typeNewCase, useNewCase } from '#renderer/features/caseload/new-case-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectCase } from '#renderer/state/selection.ts';
import { caseStatuses } from '#shared/casefile/case-record.ts';
import { sexesAssignedAtBirth } from '#shared/pedigree/individual.ts';

const formId = 'new-case-form';

/** A new case needs nothing but the will to make one; everything can be added later. */
export function NewCaseDialog() {
  const t = useWords('caseload');
  const isOpen = useOverlay(({ open }) => open === 'new-case');
  const typed = useNewCase();
  const create = useCommand('case.create', { isQuiet: true });
  const submit = (): void => {
    if (create.isPending) return;
    create.mutate(createInput(typed), {
      onSuccess: ({ caseId }) => {
        forgetNewCase();
        closeOverlay();
        selectCase(caseId);
        openCase(caseId, 'phenotype');
      },
    });
  };
  return (
    <Dialog
      title={t('new.title')}
      isOpen={isOpen}
      onClose={closeOverlay}
      foot={
        <>
          {isUntouched(typed) ? null : (
            <Button variant="quiet" onPress={forgetNewCase}>
              {t('new.clear')}
            </Button>
          )}
          <Button type="submit" form={formId} variant="primary" isDisabled={create.isPending}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NewCaseFields />
      </form>
      {create.error === null ? null : (
        <p className="late" role="alert">
          {create.error.message}
        </p>
      )}
    </Dialog>
  );
}

function NewCaseFields() {
  const t = useWords('caseload');
  const tOverview = useWords('overview');
  const tField = useWords('field');
  const typed = useNewCase();
  return (
    <div className="formgrid">
      <TextField label={tOverview('person.givenName')} value={typed.givenName} onChange={(givenName) => typeNewCase({ givenName })} maxLength={200} autoComplete="off" autoFocus />
      <TextField label={tOverview('person.familyName')} value={typed.familyName} onChange={(familyName) => typeNewCase({ familyName })} maxLength={200} autoComplete="off" />
      <PartialDateField label={tOverview('person.birthDate')} value={typed.birthDate} onChange={(birthDate) => typeNewCase({ birthDate })} />
      <AgeField label={tOverview('person.age')} hint={tOverview('person.ageHint')} problem={tOverview('person.ageProblem')} value={typed.ageAtLastEncounter} onChange={(ageAtLastEncounter) => typeNewCase({ ageAtLastEncounter })} />
      <Select label={tOverview('person.sex')} value={typed.sexAssignedAtBirth} choices={sexesAssignedAtBirth.map((sex) => ({ value: sex, label: tField(`sex.${sex}`) }))} onChange={(sexAssignedAtBirth) => typeNewCase({ sexAssignedAtBirth })} />
      <Select label={tOverview('case.status')} value={typed.status} choices={caseStatuses.map((status) => ({ value: status, label: tField(`status.${status}`) }))} onChange={(status) => typeNewCase({ status })} />
      <TextField label={t('new.reference')} hint={t('new.referenceHint')} value={typed.reference} onChange={(reference) => typeNewCase({ reference })} maxLength={100} autoComplete="off" />
      <PartialDateField label={t('new.firstSymptom')} value={typed.firstSymptomOn} onChange={(firstSymptomOn) => typeNewCase({ firstSymptomOn })} />
    </div>
  );
}
