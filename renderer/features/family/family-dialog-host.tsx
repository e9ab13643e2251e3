import { useEffect } from 'react';
import { ConditionDialog } from '#renderer/features/family/dialogs/condition-dialog.tsx';
import { ExportDialog } from '#renderer/features/family/dialogs/export-dialog.tsx';
import { ImportDialog } from '#renderer/features/family/dialogs/import-dialog.tsx';
import { PrintDialog } from '#renderer/features/family/dialogs/print-dialog.tsx';
import { VersionsDialog } from '#renderer/features/family/dialogs/versions-dialog.tsx';
import { closeFamilyDialog, useFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import type { Comparison } from '#renderer/features/family/use-comparison.ts';

/** The dialog that is open, if any. */
export function FamilyDialogs({ comparison, onConditionAdded, onClosed }: { readonly comparison: Comparison; readonly onConditionAdded: (conditionId: string) => void; readonly onClosed: () => void }) {
  const open = useFamilyDialog((state) => state.open);
  useEffect(() => closeFamilyDialog, []);
  const close = (): void => {
    closeFamilyDialog();
    onClosed();
  };
  switch (open?.kind) {
    case 'condition':
      return <ConditionDialog onClose={close} onAdded={onConditionAdded} />;
    case 'import':
      return <ImportDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'print':
      return <PrintDialog onClose={close} />;
    case 'versions':
      return <VersionsDialog comparison={comparison} onClose={close} />;
    case undefined:
      return null;
  }
}
