import type { StoreTool, StoreToolLine, Tool, ToolEvent, ToolLine, ToolRelease } from '@/lib/api/types';

const ID = '0199a1b2-0000-7000-8000-000000000900';
const doyun = { id: 'p-doyun', name: '이도윤' };
const seoyeon = { id: 'p-seoyeon', name: '박서연' };

export const builder = {
  id: doyun.id,
  email: 'b@madang.example',
  name: doyun.name,
  roles: ['member', 'builder'],
  groups: [],
};
export const reviewer = {
  id: seoyeon.id,
  email: 'r@madang.example',
  name: seoyeon.name,
  roles: ['member', 'reviewer'],
  groups: [],
};

export const models = {
  default: 'best',
  items: [
    { id: 'best', name: '가장 좋은 답', policy: true, images: false },
    { id: 'qwen', name: 'Qwen3 32B', policy: false, providerName: '사내 vLLM', images: false },
  ],
};

const collection = (id: string, name: string) => ({
  id,
  name,
  role: 'reader',
  clearance: 'internal',
  documentCount: 3,
  sharing: { people: 0, groups: 0, everyone: true },
});
export const collections = {
  items: [collection('c-rules', '취업규칙'), collection('c-welfare', '복리후생')],
};

export const storeTool: StoreTool = {
  id: ID,
  name: { ko: '휴가 도우미', en: 'Leave helper' },
  icon: 'calendar',
  description: { ko: '휴가 규정을 물어보세요.', en: 'Ask about leave.' },
  starters: [{ ko: '연차는 며칠인가요?', en: 'How many days of leave do I have?' }, { ko: '반차도 되나요?' }],
  collectionIds: ['c-rules'],
  readsMore: true,
  model: 'best',
  category: 'hr',
  inputs: [],
  output: { kind: 'chat' },
  owner: { kind: 'person', ...doyun },
  release: 2,
  releasedAt: '2026-03-02T01:20:00Z',
  featured: false,
  favourite: false,
  people: 12,
  rating: { count: 7, average: 4.6 },
  used: true,
  moderates: false,
  edits: false,
};

export const storeLine: StoreToolLine = {
  id: ID,
  name: storeTool.name,
  icon: storeTool.icon,
  description: { ko: '휴가 규정을 물어보세요.', en: 'Ask about leave.' },
  owner: { kind: 'person', ...doyun },
  release: 2,
  releasedAt: storeTool.releasedAt,
  featured: false,
  favourite: true,
  people: 12,
  rating: { count: 7, average: 4.6 },
};

export const draft: Tool = {
  id: ID,
  status: 'DRAFT',
  version: 3,
  revision: 2,
  name: { ko: '휴가 도우미' },
  icon: 'calendar',
  description: { ko: '휴가 규정을 물어보세요.' },
  role: 'owner',
  owner: { kind: 'person', ...doyun },
  instructions: '취업규칙에 따라 짧게 답한다.\n조항을 밝힌다.',
  model: 'best',
  collectionIds: ['c-rules'],
  starters: [{ ko: '연차는 며칠인가요?' }],
  rollout: 100,
  category: 'hr',
  inputs: [],
  output: { kind: 'chat' },
  sampling: {},
  createdAt: '2026-03-01T01:00:00Z',
  updatedAt: '2026-03-02T01:00:00Z',
};

export const submitted: Tool = {
  ...draft,
  status: 'SUBMITTED',
  version: 4,
  submission: { by: doyun, at: '2026-03-02T01:15:00Z', note: '연차 질문이 많아 만들었어요.' },
};

export const returned: Tool = {
  ...submitted,
  status: 'RETURNED',
  version: 5,
  decision: {
    by: seoyeon,
    at: '2026-03-02T02:00:00Z',
    approved: false,
    comments: '어느 규정인지 밝혀 주세요.',
  },
};

export const release: ToolRelease = {
  number: 1,
  live: true,
  name: draft.name,
  icon: draft.icon,
  description: { ko: '휴가 규정을 물어보세요.' },
  instructions: '취업규칙에 따라 길게 답한다.\n조항을 밝힌다.',
  model: 'best',
  collectionIds: ['c-rules'],
  starters: [{ ko: '연차는 며칠인가요?' }],
  category: 'hr',
  inputs: [],
  output: { kind: 'chat' },
  sampling: {},
  submittedBy: doyun,
  approvedBy: seoyeon,
  releasedAt: '2026-03-01T02:00:00Z',
};

/** What happened to it, the latest first. */
export const history: { items: ToolEvent[] } = {
  items: [
    {
      id: 'h2',
      at: '2026-03-02T01:00:00Z',
      by: doyun,
      act: 'CHANGED',
      revision: 2,
      made: true,
    },
    { id: 'h1', at: '2026-03-01T01:00:00Z', by: doyun, act: 'CREATED', revision: 1, made: true },
  ],
};

export const line = ({ id, status, version, name, icon, updatedAt, submission }: Tool): ToolLine => ({
  id,
  status,
  version,
  name,
  icon,
  updatedAt,
  ...(submission ? { submission } : {}),
});

/** As the server refuses. */
export const refusal = (status: number, code: string, title: string) =>
  new Response(JSON.stringify({ type: 'about:blank', status, code, title, detail: '' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
