import type { Individual } from '#shared/pedigree/individual.ts';

/** Whether somebody lives, as a file says it: a pregnancy that was lost and a stillborn child do not, whatever stands beside. */
export const toldVitalStatus = ({ life, vitalStatus }: Pick<Individual, 'life' | 'vitalStatus'>): Individual['vitalStatus'] => (life.kind === 'loss' || life.kind === 'stillbirth' ? 'deceased' : vitalStatus);
