import { foldSpelling } from '#shared/ontology/search-words.ts';

/** A word or a single mark of a text. */
export interface Token {
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Lower case, without accents and possessive, in American spelling; for a mark the mark itself. */
  readonly word: string;
  /** What inflection and part of speech leave unchanged: the same for hypotonia and hypotonic. Empty for a mark. */
  readonly root: string;
  readonly isPossessive: boolean;
  readonly isHyphen: boolean;
  /** What stands between this token and the one before. */
  readonly gap: 'none' | 'space' | 'line' | 'paragraph';
}

/** Roots of words that were read before, so that each is worked out once. Lives as long as its reader: a text's words are the patient's. */
export type KnownRoots = Map<string, { readonly word: string; readonly root: string; readonly isPossessive: boolean }>;

/** Words of a text with their places. `hypo-tonia`, also broken at the end of a line, is one word; `low-set` is two and a mark. */
export function readTokens(text: string, known: KnownRoots = new Map(), reading: WordReading = englishReading): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(reading.isUnspaced === true ? unspacedPattern : reading.hasElision ? elidedPattern : tokenPattern)) {
    const raw = match[0];
    const start = match.index;
    const gap = gapOf(text, end, start);
    end = start + raw.length;
    const prefix = tokens.at(-2);
    const joined = tokens.at(-1)?.isHyphen === true && gap !== 'space' && prefix !== undefined && prefixes.has(prefix.word) && tokens.at(-1)?.gap === 'none' && wordStart.test(raw);
    if (joined) {
      tokens.length -= 2;
      tokens.push(toToken(text.slice(prefix.start, end), prefix.start, prefix.gap, known, reading));
    } else tokens.push(toToken(raw, start, gap, known, reading));
  }
  return tokens;
}

/** The root of a word that is folded already. */
export function rootOf(word: string): string {
  const irregular = irregularRoots.get(word);
  if (irregular !== undefined) return irregular;
  const single = singular(word);
  const known = irregularRoots.get(single);
  if (known !== undefined) return known;
  let root = single;
  for (const [ending, replacement, least] of endings) {
    const match = ending.exec(root);
    if (match === null || match.index < least) continue;
    root = root.slice(0, match.index) + replacement;
    if (/^(?:ed|ing)$/.test(match[0])) root = root.replace(/([bdgmnprt])\1$/, '$1');
    break;
  }
  root = root.replace(/(?<=[a-z]{4})(?:ia|ical|ic|y|e)$/, '');
  return irregularRoots.get(root) ?? root;
}

/** Prefixes that are written with and without a hyphen. */
const prefixes: ReadonlySet<string> = new Set(['non', 'pre', 'post', 'micro', 'macro', 'hypo', 'hyper', 'mid', 'sub', 'supra', 'inter', 'intra', 'multi', 'anti', 'para', 'peri', 'retro', 'tracheo', 'under', 'over', 'neuro', 'cardio']);
/** How the words of a language are told apart and stripped of inflection. */
export interface WordReading {
  readonly rootOf: (word: string) => string;
  readonly hasElision: boolean;
  readonly isUnspaced?: boolean;
  readonly sameMarks?: ReadonlyMap<string, string>;
}
const englishReading: WordReading = { rootOf, hasElision: false };

/** `l'oreille` as two. */
const elidedPattern = /(?<![\p{L}\p{M}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L})|[\p{L}\p{M}\p{N}]+|\S/giu;
const tokenPattern = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?|\S/gu;
/** Each letter of Chinese and Japanese is one; words of other scripts among them are whole. */
const unspacedPattern = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[\p{L}\p{M}\p{N}])+|\S/gu;
const wordStart = /^\p{L}/u;

/** Roots that no rule gives, each from the words of the field. */
const irregularRoots: ReadonlyMap<string, string> = new Map(
  Object.entries({
    feet: 'foot', teeth: 'tooth', dental: 'tooth', irides: 'iris', vertebrae: 'vertebra', testes: 'testis', testicle: 'testis', testicular: 'testis', sclerae: 'sclera', pinnae: 'pinna', digit: 'digit',
    absence: 'absent', missing: 'absent', lacking: 'absent', lack: 'absent', dilatation: 'dilat', dilation: 'dilat', dilated: 'dilat',
    reduced: 'decreas', reduction: 'decreas', diminished: 'decreas', decreased: 'decreas', decrease: 'decreas', lowered: 'low',
    raised: 'elevat', elevated: 'elevat', elevation: 'elevat', increased: 'increas', increase: 'increas',
    obese: 'obes', obesity: 'obes', epileptic: 'epileps', epilepsy: 'epileps', diabetic: 'diabetes', deafness: 'deaf',
    wide: 'broad', widened: 'broad', enlarged: 'larg', enlargement: 'larg', large: 'larg', big: 'larg', tiny: 'small', short: 'short', shortened: 'short', shortening: 'short',
    lash: 'eyelash', brow: 'eyebrow', lid: 'eyelid', apneic: 'apnea', dyspneic: 'dyspnea', edematous: 'edema', comatose: 'coma', nauseated: 'nausea', nauseous: 'nausea', pyrexial: 'fever', febrile: 'febril', anxious: 'anxiet', anxiety: 'anxiet', axillary: 'axilla', axillae: 'axilla', groin: 'inguinal', vermian: 'vermis', wasted: 'wast', wasting: 'wast', first: '1st', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', anomaly: 'abnorm', abnormal: 'abnorm', abnormality: 'abnorm', deformity: 'deform',
    tumor: 'tumor', neoplasm: 'neoplasm', hematuria: 'hematur', severely: 'sever', profoundly: 'profound', mildly: 'mild', moderately: 'moder', bilaterally: 'bilateral', bilat: 'bilateral', unilaterally: 'unilateral', generalized: 'general',
    thinning: 'thin', hyperextensibility: 'hyperextens', hyperextensible: 'hyperextens', infection: 'infect', fiber: 'fiber', falling: 'fall', fallen: 'fallen', stiffness: 'stiff',
    tibial: 'tibia', femoral: 'femur', radial: 'radius', ulnar: 'ulna', renal: 'kidney', kidney: 'kidney', hepatic: 'liver', cardiac: 'heart', ocular: 'eye', nasal: 'nose', facial: 'face', palatal: 'palate', retinal: 'retina', corneal: 'cornea', cerebellar: 'cerebellum', cutaneous: 'skin', dermal: 'skin', gastric: 'stomach', muscular: 'muscle', spinal: 'spine', vertebral: 'vertebra', ungual: 'nail', lenticular: 'lens', scrotal: 'scrotum', thymic: 'thymus', splenic: 'spleen', uterine: 'uterus', costal: 'rib', tracheal: 'trachea',
    cyanosed: 'cyanosis', jaundiced: 'jaund', jaundice: 'jaund', macule: 'macul', macular: 'macular', thyroid: 'thyroid', palate: 'palate', tics: 'tic', speech: 'speech', language: 'languag',
  }),
);

/** Ending, what stands for it, and how many letters must be left. The first that fits counts. */
const endings: readonly (readonly [RegExp, string, number])[] = [
  [/plastic$/, 'plasia', 2],
  [/istic$/, 'ism', 3],
  [/otic$/, 'osis', 3],
  [/itic$/, 'itis', 4],
  [/city$/, 'c', 4],
  [/bility$/, 'ble', 4],
  [/ality$/, 'al', 4],
  [/ity$/, '', 4],
  [/ization$/, 'iz', 4],
  [/ations?$|ated$|ating$|ate$/, '', 4],
  [/ment$/, '', 4],
  [/iness$/, 'y', 3],
  [/ness$/, '', 3],
  [/ism$/, '', 6],
  [/(?<=[aeiouy].*)(?:ed|ing)$/, '', 3],
  [/ion$/, '', 4],
  [/ive$/, '', 5],
];

function toToken(raw: string, start: number, gap: Token['gap'], known: KnownRoots, reading: WordReading): Token {
  let parts = known.get(raw);
  if (parts === undefined) {
    parts = partsOf(raw, reading);
    known.set(raw, parts);
  }
  return { start, end: start + raw.length, raw, gap, isHyphen: raw === '-' || raw === '‐' || raw === '‑', ...parts };
}

function partsOf(raw: string, reading: WordReading): Pick<Token, 'word' | 'root' | 'isPossessive'> {
  if (reading.isUnspaced === true) {
    const word = reading.sameMarks?.get(raw) ?? raw.normalize('NFKC').toLowerCase();
    return { word, root: /[\p{L}\p{N}]/u.test(word) ? word : '', isPossessive: false };
  }
  if (!/[\p{L}\p{N}]/u.test(raw)) return { word: raw, root: '', isPossessive: false };
  if (reading.hasElision && /^\p{L}+['’]$/u.test(raw)) return { word: `${raw.slice(0, -1).toLowerCase()}'`, root: raw.slice(0, -1).toLowerCase(), isPossessive: false };
  const bare = raw.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[-‐‑\s]/g, '').toLowerCase();
  const isPossessive = /['’]s$/.test(bare);
  const plain = bare.replace(/['’]s$/, '').replace(/['’]/g, '').slice(0, longestWord);
  // The only everyday words whose `oe` is no diphthong that British spelling keeps.
  const word = /^does(?:nt)?$/.test(plain) ? plain : foldSpelling(plain);
  return { word, root: reading.rootOf(word), isPossessive };
}

/** No word of the field is longer. */
const longestWord = 40;

function gapOf(text: string, from: number, to: number): Token['gap'] {
  if (from === to) return 'none';
  let lines = 0;
  for (let at = from; at < to; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  return lines === 0 ? 'space' : lines === 1 ? 'line' : 'paragraph';
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[lnt]os|[st]es)es$/.test(word)) return `${word.slice(0, -2)}is`;
  if (word.endsWith('iae')) return word.slice(0, -1);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
