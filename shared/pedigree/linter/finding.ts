// Stands here, uncommitted, until EDITS' own file takes its place. Overwrite it.
export interface PedigreeFinding { readonly rule: string; readonly severity: 'error' | 'warning' | 'advice'; readonly people: readonly string[]; readonly message: string }
