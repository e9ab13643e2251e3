import { ClipboardCheck, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActionIconButton } from '#renderer/app/action-button.tsx';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Menu } from '#renderer/components/menu.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { openFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** What the middle of the screen shows. */
export const familyPanes = ['drawing', 'both', 'people'] as const;
export type FamilyPane = (typeof familyPanes)[number];

interface FamilyToolsProps {
  readonly pane: FamilyPane;
  readonly onPane: (pane: FamilyPane) => void;
  readonly quickLine: ReactNode;
  readonly onFit: () => void;
  readonly onFind: () => void;
  readonly onRules: () => void;
}

/** Above the drawing: what is shown, the quick line, and what is asked of the family as a whole. */
export function FamilyTools({ pane, onPane, quickLine, onFit, onFind, onRules }: FamilyToolsProps) {
  const t = useWords('family');
  const { family, findings } = useFamilyView();
  const wrong = findings.filter(({ severity }) => severity !== 'advice').length;
  return (
    <div className="tools family-tools">
      <Segmented
        label={t('pane.label')}
        value={pane}
        segments={[
          { value: 'drawing', label: t('pane.drawing') },
          { value: 'both', label: t('pane.both') },
          { value: 'people', label: <>{t('pane.people')} <span className="muted num">{family.individuals.length}</span></> },
        ]}
        onChange={onPane}
      />
      {quickLine}
      <Button icon={ClipboardCheck} onPress={onRules} aria-keyshortcuts="Y">
        {t('rules.button')} {wrong === 0 ? null : <span className="tag warn num">{wrong}</span>}
      </Button>
      <ActionIconButton action={familyActions.find} onPress={onFind} />
      <ActionIconButton action={familyActions.fit} onPress={onFit} isDisabled={pane === 'people'} />
      <Menu
        label={t('menu.label')}
        trigger={<IconButton icon={Ellipsis} label={t('menu.label')} />}
        entries={[
          { id: 'compare', label: familyActions.compare.label(), icon: familyActions.compare.icon, onChoose: () => openFamilyDialog({ kind: 'versions' }) },
          { id: 'import', label: familyActions.importFile.label(), icon: familyActions.importFile.icon, onChoose: () => openFamilyDialog({ kind: 'import' }) },
          { id: 'export', label: familyActions.exportFile.label(), icon: familyActions.exportFile.icon, onChoose: () => openFamilyDialog({ kind: 'export' }) },
          { id: 'print', label: familyActions.print.label(), icon: familyActions.print.icon, shortcut: familyActions.print.shortcut, onChoose: () => openFamilyDialog({ kind: 'print' }) },
        ]}
      />
    </div>
  );
}
