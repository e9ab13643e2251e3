import type { Hemisphere } from '#shared/casefile/hemisphere.ts';
import type { Moment } from '#shared/casefile/moment.ts';

type Season = Extract<Moment, { kind: 'season' }>['season'];

/** What a language says where Intl has no word for it. */
export interface MomentLanguage {
  readonly seasons: Readonly<Record<Season, string>>;
  /** Other words for the seasons, in lower case. */
  readonly seasonWords: Readonly<Record<string, Season>>;
  readonly ofSeason: (season: string, year: number) => string;
  /** Stands behind a season of the other half of the world. */
  readonly hemispheres: Readonly<Record<Hemisphere, string>>;
  readonly about: (text: string) => string;
  readonly age: (age: string) => string;
  readonly atBirth: string;
  readonly today: readonly string[];
  /** Whole patterns that say "about", in front of or behind the moment. */
  readonly aboutPattern: RegExp;
  /** What may stand in front of an age. */
  readonly agePattern: RegExp;
}

export const english: MomentLanguage = {
  seasons: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' },
  seasonWords: { fall: 'autumn' },
  ofSeason: (season, year) => `${season} ${year}`,
  hemispheres: { north: 'northern hemisphere', south: 'southern hemisphere' },
  about: (text) => `about ${text}`,
  age: (age) => `age ${age}`,
  atBirth: 'at birth',
  today: ['now', 'today'],
  aboutPattern: /^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|probably|maybe|~)\s*|\s*(?:or so|\?)$/u,
  agePattern: /^(?:at )?(?:the )?age(?:d)?(?: of)?:? |^when (?:he|she|they) (?:was|were) /u,
};

const german: MomentLanguage = {
  seasons: { spring: 'Frühling', summer: 'Sommer', autumn: 'Herbst', winter: 'Winter' },
  seasonWords: { frühjahr: 'spring' },
  ofSeason: (season, year) => `${season} ${year}`,
  hemispheres: { north: 'Nordhalbkugel', south: 'Südhalbkugel' },
  about: (text) => `etwa ${text}`,
  age: (age) => `Alter ${age}`,
  atBirth: 'bei der Geburt',
  today: ['heute', 'jetzt'],
  aboutPattern: /^(?:etwa|ungefähr|gegen|um|circa|ca\.?|~)\s*|\s*\?$/u,
  agePattern: /^(?:im )?alter:? (?:von )?|^mit /u,
};

const japanese: MomentLanguage = {
  seasons: { spring: '春', summer: '夏', autumn: '秋', winter: '冬' },
  seasonWords: {},
  ofSeason: (season, year) => `${year}年${season}`,
  hemispheres: { north: '北半球', south: '南半球' },
  about: (text) => `${text}頃`,
  age: (age) => `生後 ${age}`,
  atBirth: '出生時',
  today: ['今日', '現在'],
  aboutPattern: /^(?:約|およそ)\s*|\s*(?:頃|ごろ|\?|？)$/u,
  agePattern: /^生後\s*/u,
};

/** The language of the locale; English where the words of it are not known here. */
export function languageOf(locale: string): MomentLanguage {
  const [language] = locale.toLowerCase().split('-');
  return language === 'de' ? german : language === 'ja' ? japanese : english;
}

export const isEnglish = (locale: string): boolean => languageOf(locale) === english;
