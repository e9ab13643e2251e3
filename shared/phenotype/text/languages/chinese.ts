import { cuesOf, letters, words } from '#shared/phenotype/text/languages/word-lists.ts';
import type { TextLanguage } from '#shared/phenotype/text/text-language.ts';

/** Read letter by letter. A denial stands before a list parted by `、` and ends at `，`, which parts statements. */
export const chinese: TextLanguage = {
  code: 'zh',
  rootOf: (word) => word,
  hasElision: false,
  isUnspaced: true,
  sameMarks: new Map([['、', ','], ['，', ';'], ['。', '.']]),
  fillers: words('的 之'),
  passedOver: new Set(),
  joining: words(', 和 及 与 或 &'),
  assertions: {
    cues: cuesOf({
      nothing: letters('不仅|不但|无明显诱因|无诱因'),
      absent: letters('并非'),
      absentList: letters('无|未|没|不伴|无明显|没有|未见|未见明显|未发现|未出现|未闻及|未触及|未及|未查及|未检出|未提示|否认|否认有|否认有无|否认存在|否认既往|不存在|不伴有|无任何|无既往|并无|并未出现|从未出现|从无|未曾出现|未诉'),
      absentEither: letters('阴性'),
      absentBefore: letters('(-)|(−)|(—)|(–)|已排除|被排除|已除外|未见|未见异常|不明显|为阴性|均阴性|缺如'),
      openAfter: letters('可能|可能有|可能为|疑似|怀疑|疑|考虑|高度怀疑|倾向'),
      openEither: letters('可疑'),
      openClause: letters('如出现|如果出现|如果|若出现|若有|如有|风险|筛查|排查|以排除|排除有无|监测|警惕|注意有无|明确有无|预防|一旦'),
      openBefore: letters('待排|待查|可能性大|不能除外|不能排除|不除外|不排除|尚未排除|风险|？|?'),
    }),
    turning: words('但 然 却 而'),
    stating: words('有 伴 患 见 出 呈 示 现 诉 存'),
    pronouns: words('他 她 其'),
    newAfterAnd: new Set(),
    and: words('和 及 与'),
    or: words('或'),
    but: words('但'),
    until: words('至 直'),
    being: words('为 均'),
  },
  headings: {
    patient: '主诉|现病史|既往史|个人史|查体|体格检查|体征|辅助检查|检查结果|诊断|初步诊断|发育史|出生史|小结|总结|临床表现',
    family: '家族史|家系图|家系|家族',
    other: '计划|诊疗计划|治疗计划|下一步计划|建议|处理|鉴别诊断|治疗|用药|过敏史|随访|申请检查|问题',
  },
  relatives: {
    people: {},
    phrases: [
      [/^患者|^患儿|^先证者|^本人/u, 'patient'],
      [/^(?:外祖母|外婆|姥姥)/u, 'maternal grandmother'], [/^(?:外祖父|外公|姥爷)/u, 'maternal grandfather'], [/^(?:祖母|奶奶)/u, 'paternal grandmother'], [/^(?:祖父|爷爷)(?!母)/u, 'paternal grandfather'],
      [/^(?:舅舅|舅父|大舅|二舅)/u, 'maternal uncle'], [/^(?:姨妈|姨母|小姨|大姨)/u, 'maternal aunt'], [/^(?:叔叔|叔父|伯父|大伯)/u, 'paternal uncle'], [/^(?:姑姑|姑妈|姑母)/u, 'paternal aunt'],
      [/^堂[兄弟姐妹哥]/u, 'paternal cousin'], [/^表[兄弟姐妹哥]/u, 'cousin'],
      [/^(?:母亲|妈妈)(?!代诉|诉|述|陪|带)/u, 'mother'], [/^(?:父亲|爸爸)(?!代诉|诉|述|陪|带)/u, 'father'], [/^父母(?!代诉|诉|述|陪|带)/u, 'parent'],
      [/^(?:哥哥|弟弟|胞兄|胞弟)/u, 'brother'], [/^(?:姐姐|妹妹|胞姐|胞妹)/u, 'sister'], [/^同胞/u, 'sibling'], [/^儿子/u, 'son'], [/^女儿/u, 'daughter'],
    ],
    maternal: new Set(),
    paternal: new Set(),
    beside: new Set(),
    holding: new Set(),
    patient: new Set(),
    describing: new Set(),
    telling: new Set(),
  },
};
