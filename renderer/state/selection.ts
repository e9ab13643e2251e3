import { create } from 'zustand';

/** What is selected, so that it is still selected on coming back to a screen. */
interface Selection {
  readonly caseId: string | null;
  readonly featureOfCase: Readonly<Record<string, string | null>>;
  readonly diseaseOfCase: Readonly<Record<string, string | null>>;
}

const nothing: Selection = { caseId: null, featureOfCase: {}, diseaseOfCase: {} };

export const useSelection = create<Selection>(() => nothing);

export const selectCase = (caseId: string | null): void => useSelection.setState({ caseId });
export const selectFeature = (caseId: string, featureId: string | null): void =>
  useSelection.setState(({ featureOfCase }) => ({ featureOfCase: { ...featureOfCase, [caseId]: featureId } }));
export const selectDisease = (caseId: string, diseaseId: string | null): void =>
  useSelection.setState(({ diseaseOfCase }) => ({ diseaseOfCase: { ...diseaseOfCase, [caseId]: diseaseId } }));
export const forgetSelection = (): void => useSelection.setState(nothing, true);
