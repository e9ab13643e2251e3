import { create } from 'zustand';

/** What stands beside the symbols while the risk panel is open, by person; null: nothing is shown. */
interface RiskOverlay {
  readonly labels: ReadonlyMap<string, string> | null;
  /** Whether the user wants it. */
  readonly isWanted: boolean;
}

export const useRiskOverlay = create<RiskOverlay>(() => ({ labels: null, isWanted: true }));

export const showOnDrawing = (labels: ReadonlyMap<string, string> | null): void => useRiskOverlay.setState({ labels });
export const wantOnDrawing = (isWanted: boolean): void => useRiskOverlay.setState({ isWanted });
