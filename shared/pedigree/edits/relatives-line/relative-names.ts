import type { SaidRelative } from '#shared/pedigree/edits/relatives-line/relatives-line.ts';
import type { Gender } from '#shared/pedigree/individual.ts';

interface Name {
  readonly one: string;
  readonly many: string;
}

/** `brother`, `maternal aunts`, `identical twin sister`, `spontaneous abortion`. */
export function relativeNames(relative: SaidRelative): Name {
  const before = `${relative.isOlder ? 'older ' : ''}${relative.side === null ? '' : `${relative.side} `}${relative.birth === null ? '' : `${zygosityWords[relative.birth.zygosity]}twin `}`;
  const { one, many } = bareName(relative);
  return { one: `${before}${one}`, many: `${before}${many}` };
}

const zygosityWords = { monozygotic: 'monozygotic ', dizygotic: 'dizygotic ', unknown: '' } as const;
const plural = (one: string): Name => ({ one, many: `${one}s` });
const byGender = (gender: Gender | undefined, man: string, woman: string, other: Name): Name => (gender === 'man-boy' ? plural(man) : gender === 'woman-girl' ? plural(woman) : other);

function bareName({ kind, detail }: SaidRelative): Name {
  const { life, gender } = detail;
  switch (life?.kind) {
    case 'loss':
      return lossNames[life.outcome];
    case 'stillbirth':
      return plural(`${kind === 'sibling' ? 'sibling' : 'child'}, stillbirth`);
    case 'pregnancy':
      return { one: 'pregnancy', many: 'pregnancies' };
    case 'group':
      return plural(`several ${personName(kind, gender).many}`);
    default:
      return personName(kind, gender);
  }
}

const lossNames = {
  'spontaneous-abortion': plural('spontaneous abortion'),
  termination: plural('termination'),
  ectopic: { one: 'ectopic pregnancy', many: 'ectopic pregnancies' },
} as const;

function personName(kind: SaidRelative['kind'], gender: Gender | undefined): Name {
  switch (kind) {
    case 'sibling':
      return byGender(gender, 'brother', 'sister', plural('sibling'));
    case 'half-sibling':
      return byGender(gender, 'half-brother', 'half-sister', plural('half-sibling'));
    case 'child':
      return byGender(gender, 'son', 'daughter', { one: 'child', many: 'children' });
    case 'parental-sibling':
      return byGender(gender, 'uncle', 'aunt', plural('sibling of the parent'));
    case 'partner':
    case 'father':
    case 'mother':
    case 'grandfather':
    case 'grandmother':
      return plural(kind);
  }
}
