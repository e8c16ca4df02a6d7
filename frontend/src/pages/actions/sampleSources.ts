import { withServer } from '../withServer';

export const admin = {
  id: 'p1',
  email: 'a@madang.example',
  name: '최지우',
  roles: ['member', 'admin'],
  groups: [],
};
const action = {
  id: 'a1',
  sourceId: 's1',
  source: '구매 시스템',
  name: 'createOrder',
  method: 'POST',
  host: 'erp.example.com',
  path: '/orders',
  writing: true,
  mayRead: true,
  arguments: ['body'],
  fields: ['amount', 'body', 'phone'],
  personalFields: [],
  hash: 'f00',
};
export const source = {
  id: 's1',
  kind: 'openapi',
  name: '구매 시스템',
  baseUrl: 'https://erp.example.com',
  host: 'erp.example.com',
  hostAllowed: false,
  secretHeader: 'Authorization',
  actions: [action],
  version: 1,
  createdAt: '2026-03-02T00:00:00Z',
};
export const remote = {
  id: 's2',
  kind: 'mcp',
  name: '일감 관리',
  baseUrl: 'https://mcp.example.com/mcp',
  host: 'mcp.example.com',
  hostAllowed: true,
  actions: [
    {
      ...action,
      id: 'a2',
      sourceId: 's2',
      source: '일감 관리',
      name: 'list_issues',
      description: 'Lists the issues of a project.',
      method: 'MCP',
      host: 'mcp.example.com',
      path: '/mcp#list_issues',
      arguments: ['project'],
    },
    {
      ...action,
      id: 'a3',
      sourceId: 's2',
      source: '일감 관리',
      name: 'create_issue',
      description: 'Makes an issue.',
      method: 'MCP',
      host: 'mcp.example.com',
      path: '/mcp#create_issue',
      mayRead: false,
      arguments: ['title'],
    },
  ],
  version: 1,
  createdAt: '2026-03-03T00:00:00Z',
};
const definition = {
  name: 'createOrder',
  description: '주문을 만든다.',
  method: 'POST',
  path: '/orders',
  schema: { type: 'object', properties: { body: { type: 'object' } } },
  writing: true,
  mayRead: true,
  personalFields: [],
};
export const difference = {
  expected: 'e1',
  changes: [
    {
      kind: 'changed',
      before: definition,
      after: { ...definition, description: '주문을 만들고 결재를 올린다.' },
    },
    { kind: 'added', after: { ...definition, name: 'cancelOrder', path: '/orders/{id}', method: 'DELETE' } },
    { kind: 'gone', before: { ...definition, name: 'listOrders', method: 'GET', writing: false } },
  ],
};
export const server = (items: unknown) =>
  withServer({
    'GET /v1/me': admin,
    'GET /v1/action-sources': items,
    'GET /v1/action-hosts': { hosts: ['api.example.com'] },
    'PUT /v1/action-hosts': { hosts: ['api.example.com', 'erp.example.com'] },
    'POST /v1/action-sources': remote,
    'PUT /v1/action-sources/s1/actions/a1': source,
    'PUT /v1/action-sources/s1/secret': source,
    'POST /v1/action-sources/s1/comparison': difference,
    'POST /v1/action-sources/s1/renewal': source,
    'POST /v1/action-sources/s2/comparison': { expected: 'e2', changes: [] },
  });
