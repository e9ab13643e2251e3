import { Activity, Baby, CircleCheck, CircleDot, CircleX, FileText, FlaskConical, GitBranch, Pill, Send, Stethoscope, type LucideIcon } from 'lucide-react';
import type { EventKind } from '#shared/casefile/odyssey-event.ts';

const icons = {
  symptom: Activity,
  visit: Stethoscope,
  test: FlaskConical,
  result: FileText,
  misdiagnosis: CircleX,
  diagnosis: CircleCheck,
  treatment: Pill,
  referral: Send,
  decision: GitBranch,
  'birth-history': Baby,
  other: CircleDot,
} as const satisfies Readonly<Record<EventKind, LucideIcon>>;

/** The picture of a kind of step, in its colour; the word stands beside it or in the name of what it belongs to. */
export function KindIcon({ kind, size = 14 }: { readonly kind: EventKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon className={`kind-icon kind-${kind}`} size={size} strokeWidth={1.7} aria-hidden />;
}
