import { createContext, useContext } from 'react';
import type { FamilyCommandMaker } from '#renderer/features/family/family-commands.ts';
import type { EditOutcome } from '#renderer/features/family/family-store.ts';
import type { ConditionWords } from '#renderer/features/family/individual-words.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { PedigreeFinding } from '#shared/pedigree/linter/lint-family.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

/** The family on screen with all that follows from it, and what can be done with it: what every part of the screen is given. */
export interface FamilyView {
  readonly caseId: string;
  /** As it is now. */
  readonly family: Family;
  readonly revision: number;
  readonly structure: FamilyStructure;
  readonly layout: PedigreeLayout;
  /** The family of the layout: of a large one, perhaps that of a moment ago. */
  readonly placedFamily: Family;
  readonly today: string;
  readonly individualOf: (individualId: string) => Individual | undefined;
  /** I-1, or nothing where the person is not drawn. */
  readonly numberOf: (individualId: string) => string;
  readonly relationOf: (individualId: string) => string;
  readonly conditionsOf: (individualId: string) => readonly ConditionWords[];
  readonly findings: readonly PedigreeFinding[];
  /** The last is the one selected last; ids of this family only. */
  readonly selectedIds: readonly string[];
  readonly select: (individualIds: readonly string[]) => void;
  /** Does what the command means for the selected; nothing where it means nothing. */
  readonly run: (maker: FamilyCommandMaker, conditionId?: string | null) => void;
  /** Shown at once; a refusal is told as a toast. */
  readonly edit: (edits: readonly FamilyEdit[]) => EditOutcome;
  /** For fields that save themselves: the revision once it is written, or the refusal thrown. */
  readonly save: (edits: readonly FamilyEdit[]) => Promise<number>;
}

export const FamilyViewContext = createContext<FamilyView | null>(null);

export function useFamilyView(): FamilyView {
  const view = useContext(FamilyViewContext);
  if (view === null) throw new Error('useFamilyView needs a FamilyViewContext above it');
  return view;
}
