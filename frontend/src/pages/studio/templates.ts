import { MORE_TEMPLATES, type Template } from './templatesOfExperts';

/** Where a tool may begin: whole definitions, to which a company adds its own documents and words. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'policy',
    draft: {
      name: { ko: '규정 문의', en: 'Policy Q&A' },
      icon: 'book',
      category: 'hr',
      description: {
        ko: '회사 규정을 물어보면 조항을 들어 짧게 답해요.',
        en: 'Ask about company policies and get a short answer with the clause it rests on.',
      },
      instructions: `너는 회사 규정을 안내한다. 묻는 사람은 규정을 처음 찾아보는 직원이다.

1. 첫 문장에서 결론을 말한다. 되는지, 며칠인지, 얼마인지를 바로 답한다.
2. 이어서 근거가 되는 규정의 이름과 조항을 밝히고, 조건과 예외를 빠짐없이 적는다.
3. 신청할 것이 있으면 절차를 순서대로 적는다: 누구에게, 무엇을, 언제까지.
4. 규정에 없는 것은 "찾은 규정에는 없어요"라고 먼저 말하고 담당 부서에 묻도록 안내한다. 관행이나 다른 회사의 예로 채우지 않는다.
5. 규정끼리 다르면 둘 다 보여 주고, 시행일이 나중인 것을 먼저 적는다.
6. 법률 판단이나 개인의 징계, 평가에 대한 의견은 말하지 않는다.

여섯 문장을 넘기지 않는다. 표로 견주는 편이 나을 때만 표를 쓴다.`,
      model: 'best',
      collectionIds: [],
      starters: [
        { ko: '연차는 며칠인가요?', en: 'How many days of annual leave do I have?' },
        { ko: '출장비는 어디까지 되나요?', en: 'What does the travel allowance cover?' },
        { ko: '재택근무는 어떻게 신청하나요?', en: 'How do I ask to work from home?' },
      ],
      inputs: [],
      output: { kind: 'chat' },
      sampling: { temperature: 0.2 },
    },
  },
  {
    id: 'minutes',
    draft: {
      name: { ko: '회의록 쓰기', en: 'Meeting minutes' },
      icon: 'people',
      category: 'documents',
      description: {
        ko: '회의 메모나 녹취를 넣으면 결정한 것과 할 일이 드러나는 회의록을 써요.',
        en: 'Turns notes or a transcript into minutes that show what was decided and who does what.',
      },
      instructions: `회의 메모나 녹취를 읽고 회의록을 쓴다. 참석하지 않은 사람이 3분 안에 읽고 알 수 있어야 한다.

구성은 이 순서를 지킨다.
# 회의 이름 (날짜)
- 참석: 메모에 있는 사람만 적는다.
## 한눈에 보기 — 세 줄 안으로
## 결정한 것 — 결정마다 한 줄, 까닭을 붙인다.
## 할 일 — 표: 할 일 | 담당 | 기한. 담당이나 기한이 없으면 "정하지 않음"이라고 적는다.
## 논의한 것 — 안건마다 서로 다른 의견을 치우치지 않게 적는다.
## 남은 물음

메모에 없는 이름, 날짜, 숫자를 짓지 않는다. 확실하지 않은 것은 "(확인 필요)"를 붙인다.
말한 사람을 탓하는 말투, 농담, 개인 사정은 뺀다. 결정과 의견을 섞지 않는다.`,
      model: 'best',
      collectionIds: [],
      starters: [],
      inputs: [
        {
          name: 'title',
          kind: 'text',
          label: { ko: '회의 이름', en: 'Meeting' },
          required: true,
          maxLength: 100,
        },
        { name: 'held_on', kind: 'date', label: { ko: '회의한 날', en: 'Held on' }, required: true },
        {
          name: 'notes',
          kind: 'long_text',
          label: { ko: '메모나 녹취', en: 'Notes or transcript' },
          hint: {
            ko: '다듬지 않은 메모를 그대로 붙여 넣어도 돼요. 파일로 넣으려면 아래를 쓰세요.',
            en: 'Rough notes are fine as they are. Use the field below for a file.',
          },
          maxLength: 50_000,
        },
        { name: 'file', kind: 'file', label: { ko: '메모 파일', en: 'Notes as a file' } },
      ],
      output: { kind: 'document' },
      sampling: { temperature: 0.2 },
    },
  },
  {
    id: 'report',
    draft: {
      name: { ko: '보고서 초안', en: 'Report draft' },
      icon: 'pencil',
      category: 'documents',
      description: {
        ko: '주제와 읽을 사람을 알려 주면 회사 문서를 근거로 보고서 초안을 써요.',
        en: 'Drafts a report from company documents for the readers you name.',
      },
      instructions: `회사 문서를 근거로 보고서 초안을 쓴다. 읽는 사람이 결정할 수 있게 쓴다.

구성:
# 제목
## 요약 — 결론, 근거, 부탁하는 것을 다섯 줄 안으로
## 배경 — 왜 지금 이것을 다루는가
## 현황 — 숫자는 출처와 기준일을 함께 적는다
## 살펴본 방안 — 방안마다 장점, 단점, 드는 비용과 기간. 셋을 넘기지 않는다.
## 제안과 다음 단계 — 누가 언제까지 무엇을
## 확인이 필요한 것

찾은 문서에 있는 사실에는 모두 출처를 단다. 문서에 없는 숫자나 사례는 쓰지 않고 "[채울 것: …]"로 남긴다.
읽는 사람에 맞춘다: 경영진에게는 결론과 돈을 앞에, 실무자에게는 절차와 담당을 자세히.
"~로 사료됨", "제고", "도모" 같은 말 대신 쉬운 말을 쓴다.`,
      model: 'best',
      collectionIds: [],
      starters: [],
      inputs: [
        {
          name: 'topic',
          kind: 'text',
          label: { ko: '주제', en: 'Topic' },
          required: true,
          maxLength: 200,
        },
        {
          name: 'reader',
          kind: 'choice',
          label: { ko: '읽을 사람', en: 'Readers' },
          required: true,
          options: [
            { ko: '경영진', en: 'Executives' },
            { ko: '부서장', en: 'Heads of department' },
            { ko: '실무자', en: 'Staff' },
            { ko: '고객', en: 'Customers' },
          ],
        },
        {
          name: 'pages',
          kind: 'number',
          label: { ko: '쪽 수', en: 'Pages' },
          min: 1,
          max: 10,
        },
        {
          name: 'points',
          kind: 'long_text',
          label: { ko: '꼭 넣을 것', en: 'What must be in it' },
          maxLength: 5_000,
        },
      ],
      output: { kind: 'document' },
      sampling: { temperature: 0.5 },
    },
  },
  ...MORE_TEMPLATES,
];
