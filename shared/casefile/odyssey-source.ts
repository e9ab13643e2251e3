/** A record that a number or a gap of the odyssey rests on. */
export interface OdysseySource {
  readonly kind: 'case' | 'event' | 'test' | 'task' | 'feature' | 'referral' | 'candidate';
  readonly id: string;
}
