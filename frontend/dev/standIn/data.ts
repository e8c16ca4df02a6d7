import type { components } from '../../src/lib/api/schema';

type Schemas = components['schemas'];

export const id = (number: number) => `019a8f00-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const names = {
  employee: '김하늘',
  builder: '이도윤',
  reviewer: '박서연',
  admin: '최지우',
  auditor: '정민준',
};

export const people: Schemas['Person'][] = Object.entries(names).map(([role, name], index) => ({
  id: id(index + 1),
  email: `${role}@madang.example`,
  name,
  roles: role === 'employee' ? ['member'] : ['member', role as Schemas['Role']],
}));

export const groups: Schemas['Group'][] = [
  { id: id(21), name: '인사팀' },
  { id: id(22), name: '개발본부' },
];
export const members = new Map<string, Schemas['GroupMember'][]>([
  [id(21), [{ kind: 'person', id: id(3), name: '박서연' }]],
]);

export const collections: Schemas['Collection'][] = [
  {
    id: id(31),
    name: '인사 규정',
    role: 'owner',
    documentCount: 6,
    clearance: 'internal',
    sharing: { people: 2, groups: 1, everyone: false },
    createdAt: ago(90_000),
    updatedAt: ago(9_000),
  },
  {
    id: id(32),
    name: '출장과 경비',
    role: 'editor',
    documentCount: 0,
    clearance: 'internal',
    sharing: { people: 0, groups: 0, everyone: false },
    createdAt: ago(80_000),
    updatedAt: ago(80_000),
  },
  {
    id: id(33),
    name: 'Security handbook',
    role: 'reader',
    documentCount: 0,
    clearance: 'internal',
    sharing: { people: 0, groups: 0, everyone: true },
    createdAt: ago(70_000),
    updatedAt: ago(70_000),
  },
];

export const grants = new Map<string, Schemas['Grant'][]>([
  [
    id(31),
    [
      { id: id(41), subject: { kind: 'person', id: id(2) }, name: '이도윤', role: 'owner' },
      { id: id(42), subject: { kind: 'group', id: id(21) }, name: '인사팀', role: 'editor' },
    ],
  ],
]);

const document = (number: number, name: string, rest: Partial<Schemas['Document']>): Schemas['Document'] => ({
  id: id(number),
  collectionId: id(31),
  name,
  size: 184_320,
  contentType: 'application/pdf',
  status: 'READY',
  passageCount: 120,
  embeddedCount: 120,
  createdBy: { id: id(2), name: '이도윤' },
  createdAt: ago(60),
  updatedAt: ago(10),
  ...rest,
});

export const documents: Schemas['Document'][] = [
  document(51, '취업규칙_2026년_전면개정(최종)_인사팀배포용_임직원열람.pdf', {}),
  document(52, 'Employee handbook.docx', { status: 'CHUNKED', embeddedCount: 48, size: 92_000 }),
  document(53, '복리후생 안내.pptx', {
    status: 'PARSING',
    passageCount: 0,
    embeddedCount: 0,
    size: 4_800_000,
  }),
  document(54, '급여대장.xlsx', {
    status: 'FAILED',
    failure: { code: 'encrypted', message: '암호가 걸린 파일이에요. 암호를 풀고 다시 올려 주세요.' },
    size: 51_200,
  }),
  document(55, '재택근무 운영 기준.md', {
    size: 8_100,
    updatedAt: ago(5_000),
    tags: ['인사', '재택'],
    metadata: { 부서: '인사팀' },
    expiresAt: '2027-12-31T15:00:00Z',
    version: 2,
  }),
  document(56, '휴가 신청서.html', { size: 2_300, updatedAt: ago(600_000) }),
];

export const passage: Schemas['Passage'] = {
  id: id(61),
  documentId: id(51),
  documentName: documents[0]!.name,
  collectionId: id(31),
  location: { page: 12, headings: ['제4장 휴가', '제27조 연차유급휴가'] },
  version: 1,
  standing: 'current',
  before: '제26조(휴일) 주휴일은 일요일로 하며, 근로자의 날과 관공서의 공휴일은 유급휴일로 한다.',
  text: '제27조(연차유급휴가) ① 회사는 1년간 80퍼센트 이상 출근한 직원에게 15일의 유급휴가를 준다.\n② 3년 이상 계속 근로한 직원에게는 최초 1년을 초과하는 계속 근로 연수 매 2년에 대하여 1일을 가산하며, 총 휴가 일수는 25일을 한도로 한다.',
  after: '제28조(휴가의 사용) 연차유급휴가는 발생일부터 1년간 사용할 수 있으며, 사용하지 아니하면 소멸한다.',
};

export const citations: Schemas['Citation'][] = [
  {
    number: 1,
    passageId: id(61),
    documentId: id(51),
    documentName: passage.documentName,
    location: passage.location,
    quote: '회사는 1년간 80퍼센트 이상 출근한 직원에게 15일의 유급휴가를 준다.',
  },
  {
    number: 2,
    passageId: id(61),
    documentId: id(55),
    documentName: '재택근무 운영 기준.md',
    location: { headings: ['재택근무와 휴가'] },
    quote: '총 휴가 일수는 25일을 한도로 한다.',
  },
];

export const ANSWER = `1년 동안 **80 % 이상 출근**한 직원은 해마다 **15일**의 연차를 받아요. [1]

- 3년 이상 일하면 2년마다 하루씩 늘어나요.
- 모두 더해도 25일을 넘지 않아요. [2]

| 근속 | 연차 |
| --- | --- |
| 1년 | 15일 |
| 3년 | 16일 |
| 21년 이상 | 25일 |

쓰지 않은 연차는 발생한 날부터 1년이 지나면 없어져요. \`연차 촉진 제도\`가 있으니 인사팀 안내를 확인해 주세요. [1]`;
