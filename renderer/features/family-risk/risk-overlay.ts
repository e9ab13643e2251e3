import { create } from 'zustand';

/** What a person may be, and the chance of it. */
export interface RiskLabel {
  readonly what: string;
  readonly chance: string;
}

/** What stands beside the symbols while the risk panel is open, by person; null: nothing is shown. */
interface RiskOverlay {
  readonly labels: ReadonlyMap<string, RiskLabel> | null;
  /** Whether the user wants it. */
  readonly isWanted: boolean;
}

export const useRiskOverlay = create<RiskOverlay>(() => ({ labels: null, isWanted: true }));

export const showOnDrawing = (labels: ReadonlyMap<string, RiskLabel> | null): void => useRiskOverlay.setState({ labels });
export const wantOnDrawing = (isWanted: boolean): void => useRiskOverlay.setState({ isWanted });
