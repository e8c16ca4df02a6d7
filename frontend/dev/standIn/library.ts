import type { components } from '../../src/lib/api/schema';
import { nextId } from './chat';
import { collections, documents, id } from './data';
import type { Call, Route } from './routes';

type Schemas = components['schemas'];

const now = () => new Date().toISOString();
const folder = (number: number, name: string, parentId?: string): Schemas['Folder'] => ({
  id: id(number),
  collectionId: id(31),
  name,
  documentCount: 0,
  createdAt: now(),
  ...(parentId ? { parentId } : {}),
});
const folders: Schemas['Folder'][] = [
  folder(71, '2026년 규정'),
  folder(72, '서식', id(71)),
  folder(73, '지난 규정'),
];
const models = new Map<string, Schemas['CollectionModel']>();
const batches = new Map<string, string[]>();

const counted = (each: Schemas['Folder']) => ({
  ...each,
  documentCount: documents.filter(({ folderId }) => folderId === each.id).length,
});

/** A collection's documents as they are asked for: by words, folder and tag. */
export const documentsAsked = (collectionId: string, query: URLSearchParams) => {
  const place = query.get('folder');
  const tag = query.get('tag');
  return documents.filter(
    (each) =>
      each.collectionId === collectionId &&
      each.name.includes(query.get('query') ?? '') &&
      (!place || (each.folderId ?? 'top') === place) &&
      (!tag || each.tags?.includes(tag)),
  );
};

const documentOf = (ids: string[]) => documents.find((each) => each.id === ids[0])!;

function announced({ ids, person }: Call, file: Schemas['StartUpload'], folderId?: string) {
  const made: Schemas['Document'] = {
    id: nextId(),
    collectionId: ids[0]!,
    name: file.name,
    size: file.size,
    contentType: file.contentType ?? '',
    status: 'UPLOADING',
    passageCount: 120,
    embeddedCount: 0,
    createdBy: { id: person.id, name: person.name },
    createdAt: now(),
    updatedAt: now(),
    ...(folderId ? { folderId } : {}),
  };
  documents.unshift(made);
  return made;
}

export const address = (
  { request }: Call,
  documentId: string,
): Pick<Schemas['UploadSession'], 'upload' | 'resumable'> => {
  const both = {
    url: `http://${request.headers.host}/storage/${documentId}`,
    headers: { 'x-upload': '1' },
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
  };
  return { upload: { ...both, method: 'PUT' }, resumable: { ...both, method: 'POST' } };
};

export const libraryRoutes: Route[] = [
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/folders$/,
    ({ ids }) => ({ items: folders.filter(({ collectionId }) => collectionId === ids[0]).map(counted) }),
  ],
  [
    'POST',
    /^\/v1\/collections\/([^/]+)\/folders$/,
    ({ ids, body }) => {
      const { name, parentId } = body as unknown as Schemas['CreateFolder'];
      const made = { ...folder(0, name, parentId), id: nextId(), collectionId: ids[0]! };
      folders.push(made);
      return made;
    },
  ],
  [
    'PATCH',
    /^\/v1\/folders\/([^/]+)$/,
    ({ ids, body }) =>
      Object.assign(
        folders.find((each) => each.id === ids[0])!,
        body,
      ),
  ],
  [
    'DELETE',
    /^\/v1\/folders\/([^/]+)$/,
    ({ ids }) =>
      void folders.splice(
        folders.findIndex((each) => each.id === ids[0]),
        1,
      ),
  ],
  [
    'POST',
    /^\/v1\/collections\/([^/]+)\/move$/,
    ({ ids, body }) => {
      const { documentIds = [], folderIds = [], folderId } = body as Schemas['MoveItems'];
      for (const each of documents.filter((document) => documentIds.includes(document.id)))
        Object.assign(each, { collectionId: ids[0], folderId });
      for (const each of folders.filter((one) => folderIds.includes(one.id)))
        Object.assign(each, { collectionId: ids[0], parentId: folderId });
      return { documents: documentIds.length, folders: folderIds.length };
    },
  ],
  [
    'POST',
    /^\/v1\/collections\/([^/]+)\/uploads$/,
    (call) => {
      const { files, folderId, duplicates } = call.body as unknown as Schemas['StartUploads'];
      const batchId = nextId();
      const told = files.map((file) => {
        const same = documents.find(
          ({ name, size, collectionId }) =>
            collectionId === call.ids[0] && name === file.name && size === file.size,
        );
        return same && duplicates !== 'keep'
          ? { duplicateOf: { documentId: same.id, name: same.name } }
          : { documentId: announced(call, file, folderId).id };
      });
      batches.set(
        batchId,
        told.flatMap(({ documentId }) => documentId ?? []),
      );
      return { batchId, files: told };
    },
  ],
  [
    'GET',
    /^\/v1\/uploads\/([^/]+)$/,
    ({ ids }) => {
      const items = documents.filter((each) => batches.get(ids[0]!)?.includes(each.id));
      return {
        batchId: ids[0],
        collectionId: items[0]?.collectionId,
        total: items.length,
        counts: {},
        items,
      };
    },
  ],
  [
    'POST',
    /^\/v1\/uploads\/([^/]+)\/addresses$/,
    (call) => ({
      items: (call.body as unknown as Schemas['AddressUploads']).documentIds.map((documentId) => ({
        documentId,
        ...address(call, documentId),
      })),
    }),
  ],
  ['POST', /^\/v1\/collections\/([^/]+)\/retry$/, () => ({ documents: 1 })],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/storage$/,
    ({ ids }) => {
      const held = documents.filter(({ collectionId }) => collectionId === ids[0]);
      return {
        documents: held.length,
        versions: 0,
        bytes: held.reduce((sum, { size }) => sum + size, 0),
        passages: 0,
      };
    },
  ],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/tools$/,
    () => ({
      items: [{ id: 't1', name: { ko: '휴가 도우미', en: 'Leave helper' }, icon: 'calendar' }],
      count: 1,
      others: 0,
    }),
  ],
  ['PUT', /^\/v1\/documents\/([^/]+)\/properties$/, ({ ids, body }) => Object.assign(documentOf(ids), body)],
  ['GET', /^\/v1\/documents\/([^/]+)\/versions$/, ({ ids }) => ({ items: [documentOf(ids)] })],
  [
    'POST',
    /^\/v1\/documents\/([^/]+)\/versions$/,
    (call) => {
      const replaced = documentOf(call.ids);
      Object.assign(replaced, call.body, { version: (replaced.version ?? 1) + 1 });
      return { document: replaced, ...address(call, replaced.id) };
    },
  ],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)\/model$/,
    ({ ids }) =>
      models.get(ids[0]!) ?? { model: 'all-minilm-l6-v2-q', dimensions: 384, passages: 720, embedded: 720 },
  ],
  [
    'PUT',
    /^\/v1\/collections\/([^/]+)\/model$/,
    ({ ids, body }) => {
      const { model, dimensions } = body as unknown as { model: string; dimensions: number };
      const next = { model, dimensions, since: now() };
      const state = { model: 'all-minilm-l6-v2-q', dimensions: 384, passages: 720, embedded: 0, next };
      models.set(ids[0]!, state);
      return state;
    },
  ],
  [
    'GET',
    /^\/v1\/collections\/([^/]+)$/,
    ({ ids }) => collections.find((each) => each.id === ids[0]) ?? null,
  ],
];
