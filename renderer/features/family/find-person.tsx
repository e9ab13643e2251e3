import { useMemo, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName, symbolWords } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

const mostFound = 12;

/** Finds a person of the family by name, number, relation or condition, and shows where they stand. */
export function FindPerson({ onFound, onClose }: { readonly onFound: (individualId: string) => void; readonly onClose: () => void }) {
  return (
    <ModalOverlay className="scrim is-top" isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} isDismissable>
      <Modal className="modal">
        <AriaDialog aria-label={familyActions.find.label()}>
          <FindBody onFound={onFound} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function FindBody({ onFound }: { readonly onFound: (individualId: string) => void }) {
  const t = useWords('family');
  const { family, numberOf, relationOf, conditionsOf, today } = useFamilyView();
  const [text, setText] = useState('');
  const found = useMemo(() => {
    const wanted = text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
    const wordsOf = (individual: Individual): string => `${symbolWords(individual, { number: numberOf(individual.id), relation: relationOf(individual.id), conditions: conditionsOf(individual.id), today })} ${individual.reference}`.toLocaleLowerCase();
    return family.individuals.filter((individual) => wanted.every((word) => wordsOf(individual).includes(word))).slice(0, mostFound);
  }, [family, text, numberOf, relationOf, conditionsOf, today]);
  return (
    <SearchBox<Individual>
      isInline
      hasAutoFocus
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      text={text}
      onTextChange={setText}
      items={found}
      keyOf={({ id }) => id}
      onChoose={({ id }) => onFound(id)}
      nothing={<p className="palette-nothing">{t('find.nothing')}</p>}
      renderItem={(individual) => (
        <div className="palette-line">
          <b className="num">{numberOf(individual.id)}</b>
          <span className="grow">{individualName(individual)}</span>
          <span className="muted">{relationOf(individual.id)}</span>
        </div>
      )}
    />
  );
}
