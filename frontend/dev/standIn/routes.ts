import type { IncomingMessage, ServerResponse } from 'node:http';
import type { components } from '../../src/lib/api/schema';
import * as chat from './chat';
import { connectors, problems } from './connectors';
import { collections, documents, grants, groups, members, passage, people } from './data';
import { address, documentsAsked, libraryRoutes } from './library';

type Schemas = components['schemas'];
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  ids: string[];
  body: Record<string, never>;
  query: URLSearchParams;
  person: Schemas['Person'];
}
export type Route = [method: string, pattern: RegExp, answer: (call: Call) => unknown];

/** An answer that writes the response itself. */
export const STREAMED = Symbol('streamed');
const NONE = undefined;
const now = () => new Date().toISOString();

const drop = <T>(list: T[], gone: (each: T) => boolean) => {
  const at = list.findIndex(gone);
  if (at >= 0) list.splice(at, 1);
};
const detail = (conversationId: string | undefined) => chat.conversations.get(conversationId ?? '');
const has = (query: URLSearchParams) => (text: string) => text.includes(query.get('query') ?? '');

export const routes: Route[] = [
  ['GET', /^\/v1\/me$/, ({ person }) => ({ ...person, groups: [] })],
  [
    'GET',
    /^\/v1\/people$/,
    ({ query }) => ({ items: people.filter(({ name, email }) => has(query)(name + email)) }),
  ],
  [
    'PUT',
    /^\/v1\/people\/([^/]+)\/roles$/,
    ({ ids, body }) =>
      Object.assign(
        people.find((p) => p.id === ids[0])!,
        body,
      ),
  ],
  ['GET', /^\/v1\/groups$/, ({ query }) => ({ items: groups.filter(({ name }) => has(query)(name)) })],
  [
    'POST',
    /^\/v1\/groups$/,
    ({ body }) => groups[groups.push({ id: chat.nextId(), name: body['name']! }) - 1],
  ],
  ['DELETE', /^\/v1\/groups\/([^/]+)$/, ({ ids }) => drop(groups, (g) => g.id === ids[0])],
  ['GET', /^\/v1\/groups\/([^/]+)\/members$/, ({ ids }) => ({ items: members.get(ids[0]!) ?? [] })],
  [
    'POST',
    /^\/v1\/groups\/([^/]+)\/members$/,
    ({ ids, body }) => {
      const { kind, id: memberId } = body as unknown as Schemas['AddGroupMember'];
      const name = [...people, ...groups].find((each) => each.id === memberId)!.name;
      members.set(ids[0]!, [...(members.get(ids[0]!) ?? []), { kind, id: memberId, name }]);
    },
  ],
  [
    'DELETE',
    /^\/v1\/groups\/([^/]+)\/members\/([^/]+)$/,
    ({ ids }) =>
      void members.set(
        ids[0]!,
        members.get(ids[0]!)!.filter((each) => each.id !== ids[1]),
      ),
  ],
  ['GET', /^\/v1\/collections$/, () => ({ items: collections })],
  [
    'POST',
    /^\/v1\/collections$/,
    ({ body }) => {
      const made: Schemas['Collection'] = {
        id: chat.nextId(),
        name: body['name']!,
        role: 'owner',
        documentCount: 0,
        clearance: 'internal',
        sharing: { people: 0, groups: 0, everyone: false },
        createdAt: now(),
        updatedAt: now(),
      };
      collections.push(made);
      return made;
    },
  ],
  [
    'PATCH',
    /^\/v1\/collections\/([^/]+)$/,
    ({ ids, body }) =>
      Object.assign(
        collections.find((c) => c.id === ids[0])!,
        body,
      ),
  ],
  ['DELETE', /^\/v1\/collections\/([^/]+)$/, ({ ids }) => drop(collections, (c) => c.id === ids[0])],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/connectors$/,
    ({ ids }) => ({ items: connectors.filter((c) => c.collectionId === ids[0]) }),
  ],
  [
    'POST',
    /^\/v1\/collections\/([^/]+)\/connectors$/,
    ({ ids, body }) => {
      const draft = body as unknown as Schemas['CreateConnector'];
      const made: Schemas['Connector'] = {
        ...draft,
        id: chat.nextId(),
        collectionId: ids[0]!,
        state: 'running',
        heartbeatAt: now(),
        counts: { items: 0, documents: 0, problems: 0, open: 1, added: 0, changed: 0, removed: 0 },
      };
      connectors.push(made);
      return made;
    },
  ],
  [
    'PUT',
    /^\/v1\/connectors\/([^/]+)$/,
    ({ ids, body }) =>
      Object.assign(
        connectors.find((c) => c.id === ids[0])!,
        body,
      ),
  ],
  ['DELETE', /^\/v1\/connectors\/([^/]+)$/, ({ ids }) => drop(connectors, (c) => c.id === ids[0])],
  [
    'POST',
    /^\/v1\/connectors\/([^/]+)\/run$/,
    ({ ids }) => {
      const connector = connectors.find((c) => c.id === ids[0])!;
      delete connector.reason;
      return Object.assign(connector, { state: 'running', heartbeatAt: now() });
    },
  ],
  [
    'PUT',
    /^\/v1\/connectors\/([^/]+)\/pause$/,
    ({ ids, body }) =>
      Object.assign(
        connectors.find((c) => c.id === ids[0])!,
        {
          state: body['paused'] ? 'paused' : 'waiting',
        },
      ),
  ],
  ['GET', /^\/v1\/connectors\/([^/]+)\/problems$/, () => ({ items: problems })],
  ['GET', /^\/v1\/collections\/([^/]+)\/grants$/, ({ ids }) => ({ items: grants.get(ids[0]!) ?? [] })],
  [
    'PUT',
    /^\/v1\/collections\/([^/]+)\/grants$/,
    ({ ids, body }) => {
      const { subject, role } = body as unknown as Schemas['PutGrant'];
      const kept = (grants.get(ids[0]!) ?? []).filter(
        (g) => g.subject.kind !== subject.kind || g.subject.id !== subject.id,
      );
      const name = [...people, ...groups].find((each) => each.id === subject.id)?.name ?? '';
      grants.set(ids[0]!, [...kept, { id: chat.nextId(), subject, name, role }]);
      return { items: grants.get(ids[0]!) };
    },
  ],
  [
    'DELETE',
    /^\/v1\/collections\/([^/]+)\/grants\/([^/]+)$/,
    ({ ids }) =>
      void grants.set(
        ids[0]!,
        grants.get(ids[0]!)!.filter((grant) => grant.id !== ids[1]),
      ),
  ],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/documents$/,
    ({ ids, query }) => ({ items: documentsAsked(ids[0]!, query) }),
  ],
  [
    'POST',
    /^\/v1\/collections\/([^/]+)\/documents$/,
    (call) => {
      const { ids, body, person } = call;
      const { name, size, contentType = '' } = body as unknown as Schemas['StartUpload'];
      const document: Schemas['Document'] = {
        ...documents[0]!,
        id: chat.nextId(),
        collectionId: ids[0]!,
        name,
        size,
        contentType,
        status: 'UPLOADING',
        embeddedCount: 0,
        createdBy: { id: person.id, name: person.name },
        updatedAt: now(),
      };
      documents.unshift(document);
      return { document, ...address(call, document.id) };
    },
  ],
  [
    'PUT',
    /^\/storage\/([^/]+)$/,
    ({ ids }) => {
      const document = documents.find((each) => each.id === ids[0])!;
      const steps: Partial<Schemas['Document']>[] = [
        { status: 'PARSING' },
        { status: 'CHUNKED', embeddedCount: 40 },
        { embeddedCount: 90 },
        { status: 'READY', embeddedCount: 120 },
      ];
      steps.forEach((step, index) => setTimeout(() => Object.assign(document, step), 1_200 * index));
    },
  ],
  ['DELETE', /^\/v1\/documents\/([^/]+)$/, ({ ids }) => drop(documents, (d) => d.id === ids[0])],
  [
    'POST',
    /^\/v1\/documents\/([^/]+)\/retry$/,
    ({ ids }) => {
      const document = documents.find((each) => each.id === ids[0])!;
      delete document.failure;
      return Object.assign(document, { status: 'PARSING' });
    },
  ],
  ...libraryRoutes,
  ['GET', /^\/v1\/passages\/([^/]+)$/, () => passage],
  [
    'GET',
    /^\/v1\/conversations$/,
    ({ query }) => ({
      items: [...chat.conversations.values()]
        .map((each) => each.conversation)
        .filter(({ title }) => has(query)(title))
        .reverse(),
    }),
  ],
  [
    'POST',
    /^\/v1\/conversations$/,
    ({ body }) => {
      const { collectionIds = [] } = body as Schemas['CreateConversation'];
      const conversation = {
        id: chat.nextId(),
        title: '',
        collectionIds,
        confidential: false,
        createdAt: now(),
        updatedAt: now(),
      };
      chat.conversations.set(conversation.id, { conversation, messages: [] });
      return conversation;
    },
  ],
  ['GET', /^\/v1\/conversations\/([^/]+)$/, ({ ids }) => detail(ids[0]) ?? null],
  [
    'PATCH',
    /^\/v1\/conversations\/([^/]+)$/,
    ({ ids, body }) => Object.assign(detail(ids[0])!.conversation, body),
  ],
  ['DELETE', /^\/v1\/conversations\/([^/]+)$/, ({ ids }) => void chat.conversations.delete(ids[0]!)],
  [
    'POST',
    /^\/v1\/conversations\/([^/]+)\/messages$/,
    ({ ids, body, response }) => {
      const { text = '', parentId } = body as unknown as Schemas['Ask'];
      const asked = chat.question(text, parentId);
      detail(ids[0])!.messages.push(asked);
      chat.stream(response, chat.begin(detail(ids[0])!, asked), 0, text.includes('drop') ? 12 : Infinity);
      return STREAMED;
    },
  ],
  [
    'POST',
    /^\/v1\/conversations\/([^/]+)\/messages\/([^/]+)\/regenerate$/,
    ({ ids, response }) => {
      const open = detail(ids[0])!;
      const answer = open.messages.find((each) => each.id === ids[1])!;
      chat.stream(
        response,
        chat.begin(
          open,
          open.messages.find((each) => each.id === answer.parentId)!,
        ),
      );
      return STREAMED;
    },
  ],
  [
    'GET',
    /^\/v1\/conversations\/([^/]+)\/messages\/([^/]+)\/stream$/,
    ({ ids, request, response }) => {
      chat.stream(response, ids[1]!, Number(request.headers['last-event-id'] ?? 0));
      return STREAMED;
    },
  ],
  ['POST', /^\/v1\/conversations\/([^/]+)\/messages\/([^/]+)\/stop$/, ({ ids }) => void chat.stop(ids[1]!)],
  ['PUT', /^\/v1\/conversations\/([^/]+)\/messages\/([^/]+)\/feedback$/, () => NONE],
  ['DELETE', /^\/v1\/conversations\/([^/]+)\/messages\/([^/]+)\/feedback$/, () => NONE],
];

chat.seed('연차는 며칠인가요', '연차는 며칠이고 언제까지 써야 하나요?');
chat.seed('출장비 정산 절차와 필요한 영수증 종류 정리', '출장비는 어떻게 정산하나요?');
chat.seed('Rules for working from home', 'Summarise the rules for working from home');
