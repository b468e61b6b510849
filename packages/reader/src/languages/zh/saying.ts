import type { SayingWords } from '../engine/saying.ts';

/** Gaps within a clause, without parties and figures. */
const macros = {
  w: '(?:(?![,.;:!?])[^\\ue000-\\uebff]){0,14}?',
  v: '(?:(?![.;:!?])[^\\ue000-\\uebff]){0,36}?',
  raise: '完成|[获獲]得?|募得|募集|集[资資]|[筹籌]集|融[资資]|募[资資]',
  etc: '(?:等[^,.;]{0,12}?)?',
  together: '(?:联合|聯合|共同|独家|獨家|继续|繼續|一同|也|均|亦|[则則])*',
};

const NUMBERS = '[一二三四1-4]';

export const saying: SayingWords = {
  macros,
  rules: [
    {
      says: 'noise',
      pattern:
        '(?:[营營][业業]?收入?|收入|利[润潤]|[亏虧][损損]|[销銷]售[额額]?|[现現]金|捐[赠贈]|投入|市值|成本|[罚罰]款|收[购購]|估算|[订訂][单單]|[产產]值|分[红紅]|[总總]金[额額]|(?:累[计計])(?:[融募][资資])?){w}{A:A}',
    },
    { says: 'noise', pattern: '累[计計](?:至今)?{~~24}(?:[总總][额額])?{~~8}{A:A}' },
    { says: 'noise', pattern: '{A:A}(?:的)?(?:[营營]收|收入|[订訂][单單]|利[润潤]|[罚罰]款)' },
    {
      says: 'valuation',
      pattern: '{P:issuer}(?:的|在本[轮輪])?(?:最新|整[体體]|投前|投[后後]|本[轮輪])*估值{w}{A:A}',
    },
    { says: 'valuation', pattern: '估值{w}{A:A}' },
    { says: 'valuation', pattern: '{A:A}的?(?:投前|投[后後])?估值' },
    {
      says: 'syndication',
      pattern:
        '(?:其中)?{w}{A:A}{w}(?:[转轉]?由|[转轉][给給])?(?:共同投[资資][人者方]|其他投[资資][人者方]|[联聯]合投[资資][人者方]|跟投方){w}(?:承接|[认認][购購]|分[担擔]|出[资資])?',
    },
    {
      says: 'tranche',
      pattern: `(?:首[批期笔筆]|第${NUMBERS}(?:期|笔|筆|批)|其[余餘]|剩[余餘]|[余餘]下|首次交割){w}{A:A}`,
    },
    {
      says: 'round',
      pattern:
        '(?:[贷貸]款|授信|信[贷貸]|[债債]券|可[转轉][债債]|可[转轉][换換][债債]券|融[资資]租[赁賃]){v}{A:A}',
    },
    { says: 'round', pattern: '{A:A}的?{w}(?:[银銀][团團])?(?:[贷貸]款|授信|可[转轉][债債])' },
    {
      says: 'investment',
      pattern:
        '{P:investor}{v}(?:向|[对對]){w}{P:issuer}(?:追加|再)?(?:投[资資]|出[资資]|注[资資]|增[资資]){w}{A:A}',
    },
    { says: 'investment', pattern: '{P:investor}{w}以{A:A}(?:入股|投[资資]|增[资資]){w}{P:issuer}' },
    {
      says: 'investment',
      pattern:
        '{P:investor}{w}(?:投[资資]|出[资資]|[认認][购購]|注[资資]|入股)(?!人|者|方)(?:{w}{P:issuer})?{w}{A:A}',
    },
    { says: 'investment', pattern: '{P:investor}的?{w}(?:出[资資][额額]|投[资資][额額]){w}{A:A}' },
    {
      says: 'investment',
      pattern: '(?:[总總]投[资資][额額]|投[资資][总總][额額]|[总總]出[资資][额額]){w}{A:A}',
    },
    { says: 'round', pattern: '(?:[获獲]得?|得到){P:with}{etc}{w}{A:A}{w}(?:投[资資]|融[资資]|注[资資])' },
    { says: 'round', pattern: '{P:issuer}:?{~~40}(?:{raise}){v}{A:A}' },
    { says: 'round', pattern: '(?:{raise}){v}{A:A}' },
    { says: 'round', pattern: '{A:A}的?{w}(?:[轮輪]|融[资資]|募[资資])' },
    { says: 'round', pattern: '(?:金[额額]|[规規]模|[总總][额額]){w}{A:A}' },
    { says: 'stake', pattern: '{P:holder}{w}(?:持有|持股|[拥擁]有|占|佔|取得)(?:{w}{P:issuer})?{w}{%:X}' },
    {
      says: 'stake',
      pattern:
        '(?:[创創]始[团團][队隊]|[创創][办辦始]人|管理[层層]|[员員]工){w}(?:持有|持股|[拥擁]有)(?:{w}{P:issuer})?{w}{%:X}',
    },
    { says: 'lead', pattern: '(?:由)?{P:lead}{etc}{together}(?:领投|領投)' },
    {
      says: 'participant',
      pattern: '{P:with}{etc}{together}(?:跟投|[参參]投|[参參][与與]|加[码碼]|追加投[资資]|[跟追]加)',
    },
    { says: 'participant', pattern: '(?:由){P:with}{etc}{together}投[资資]' },
    { says: 'participant', pattern: '(?:投[资資][方人]|出[资資]方){w}(?:包括|包含|[为為]|有|是){P:with}' },
    { says: 'participant', pattern: '[与與]{P:with}{etc}[签簽]署' },
    { says: 'talks_with', pattern: '{P:with}{etc}{w}(?:有意|[拟擬])(?:[参參][与與]|投[资資]|入股)' },
    {
      says: 'no_external_funding',
      pattern:
        '(?:{P:issuer}{~~30})?(?:[从從]未|未曾|[从從]?[没沒]有|尚未){w}(?:接受|引入|[获獲]得|拿)[^,.;]{0,6}外部[^,.;]{0,4}(?:投[资資]|融[资資]|[资資]金)',
    },
  ],
  status: [
    ['abandoned', /[终終]止|取消|[搁擱]置|放[弃棄]|破裂|告吹/],
    ['rumoured', /[传傳][闻聞]|[据據][传傳]|市[场場][传傳]|^[传傳]|有消息[称稱]|[网網][传傳]/],
    ['in_talks', /洽[谈談]|磋商|[谈談]判|商[谈談]|接洽/],
    ['agreed', /[签簽]署|[达達]成[协協][议議]|承[诺諾]|按照[协協][议議]|已同意|[签簽][约約]/],
    ['planned', /[拟擬]|[计計][划劃]|[将將]|[预預][计計]|有望|考[虑慮]|推[进進]|打算|可能|有意/],
  ],
  done: /完成|已|[获獲]|募得|曾/,
  pre: /投前|投[资資]前|融[资資]前/,
  post: /投[后後]|投[资資][后後]|融[资資][后後]/,
  stages: [
    [/[Pp]re-?([A-H])\d?\+?[轮輪]?/g, (match) => `Pre-Series ${match[1]}`],
    [/([A-H]\d?\+{0,2})[轮輪]/g, (match) => `Series ${match[1]}`],
    [/天使(?=[轮輪+])/g, () => 'angel'],
    [/[种種]子[轮輪]/g, () => 'seed'],
  ],
  instruments: [
    [/可[转轉](?:[换換])?[债債]/, 'convertible notes', 'primary'],
    [/[银銀][团團][贷貸]款/, 'syndicated loan', 'debt'],
    [/授信/, 'credit facility', 'debt'],
    [/[债債]券/, 'bonds', 'debt'],
    [/[贷貸]款|借款/, 'loan', 'debt'],
    [/[补補][贴貼助]|政府[资資]助/, 'grant', 'grant'],
    [/上市|IPO|首次公[开開][发發募]/, 'IPO', 'primary'],
    [/老股[转轉][让讓]/, 'secondary sale', 'secondary'],
  ],
  background: /此前|曾|之前|上一[轮輪]|去年|前年|早前/,
  back: /[当當][时時]|同[时時]期/,
  announced: /宣布|宣佈|公布|披露/,
  denial: /不[实實]|否[认認]|子虚乌有|子虛烏有|不[属屬][实實]/,
  denialOfLast: /^(?:[该該]|[这這]一?|上述)?(?:消息|[传傳][闻聞]|[说說]法)[^,]{0,8}(?:不[实實]|[虚虛]假)/,
  clauseBreak: /[,;.]/g,
  holders: /(?<n>[创創]始[团團][队隊]|[创創][办辦始]人|管理[层層]|[员員]工)/,
  columns: {
    issuer: /^(?:公司|企业|企業|[项項]目)/,
    amount: /金[额額]|[规規]模/,
    stage: /[轮輪]次|[阶階]段/,
    lead: /[领領]投/,
    participants: /投[资資][方人]|投[资資]机构|股[东東]/,
    valuation: /估值/,
    date: /日期|[时時][间間]/,
  },
};
