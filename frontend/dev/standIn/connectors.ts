import type { components } from '../../src/lib/api/schema';
import { collections } from './data';

type Schemas = components['schemas'];

const ago = (minutes: number) => new Date(Date.now() - 60_000 * minutes).toISOString();
const collectionId = collections[0]!.id;

/** Places that documents come from, one in each state. */
export const connectors: Schemas['Connector'][] = [
  {
    id: 'connector-1',
    collectionId,
    kind: 'web',
    name: '사내 안내',
    source: { urls: ['https://intra.example.com/guide/'], maxPages: 500, maxDepth: 5, sitemap: true },
    everyMinutes: 1_440,
    state: 'running',
    heartbeatAt: ago(3),
    startedAt: ago(9),
    nextAt: ago(9),
    counts: { items: 161, documents: 120, problems: 2, open: 41, added: 12, changed: 1, removed: 0 },
  },
  {
    id: 'connector-2',
    collectionId,
    kind: 'drive',
    name: '법무 계약서',
    source: { driveFolder: '1rootFolder' },
    everyMinutes: 360,
    state: 'failed',
    reason: {
      code: 'forbidden',
      message: '읽을 권한이 없다고 해요. 이 플랫폼의 계정에 읽기 권한을 준 뒤 다시 실행해 주세요.',
    },
    heartbeatAt: ago(30),
    nextAt: ago(-10),
    counts: { items: 0, documents: 0, problems: 0, open: 0, added: 0, changed: 0, removed: 0 },
  },
  {
    id: 'connector-3',
    collectionId,
    kind: 'bucket',
    name: '규정 모음',
    source: { bucket: 'shared-files', prefix: 'rules/' },
    everyMinutes: 60,
    state: 'waiting',
    heartbeatAt: ago(20),
    finishedAt: ago(20),
    nextAt: ago(-40),
    counts: { items: 48, documents: 48, problems: 0, open: 0, added: 0, changed: 3, removed: 1 },
  },
];

export const problems: Schemas['ConnectorProblem'][] = [
  {
    id: 'problem-1',
    externalId: 'https://intra.example.com/guide/secret',
    name: 'https://intra.example.com/guide/secret',
    reason: {
      code: 'robots',
      message: '사이트의 robots.txt가 읽지 말라고 해요. 필요하면 사이트 담당자에게 허용을 요청해 주세요.',
    },
    passing: false,
  },
  {
    id: 'problem-2',
    externalId: 'https://intra.example.com/guide/movie.mp4',
    name: 'movie.mp4',
    reason: {
      code: 'type',
      message: '읽을 수 없는 종류의 파일이라 빼 두었어요. 문서 형식으로 바꾸면 다음에 읽어요.',
    },
    passing: false,
  },
];
