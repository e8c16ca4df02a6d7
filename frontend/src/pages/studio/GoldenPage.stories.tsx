import type { Meta, StoryObj } from '@storybook/react-vite';
import { Navigate, Route, Routes } from 'react-router';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import {
  failed,
  gate,
  leave,
  live,
  passed,
  running,
  trip,
  unfinished,
} from '@/components/organisms/sampleEvaluations';
import { atAddress } from '../atAddress';
import { draft, refusal } from '../sampleTools';
import { sent, withServer } from '../withServer';
import GoldenPage from './GoldenPage';

const SLOW = { timeout: 5_000 };
const AT = `/v1/tools/${draft.id}`;
const questions = { items: [leave, trip] };
const released = { ...draft, live: { number: 1, releasedAt: '2026-03-01T02:00:00Z' } };
const server = (given: unknown, more: Record<string, unknown> = {}, tool: unknown = draft) =>
  withServer({
    [`GET ${AT}`]: tool,
    [`GET ${AT}/gate`]: given,
    [`GET ${AT}/golden-questions`]: questions,
    'GET /v1/reports/me/budgets': { items: [], currency: 'KRW' },
    ...more,
  });
const none = { threshold: 0.8, questions: 0, proven: true };
const badRows = () =>
  Response.json(
    {
      type: 'about:blank',
      status: 400,
      code: 'invalid_request',
      title: '입력한 값을 확인해 주세요',
      detail: '',
      errors: [
        { field: 'rows[4].json', message: 'JSON 객체여야 해요.' },
        { field: 'rows[3]', message: '기대하는 것을 하나는 적어 주세요.' },
      ],
    },
    { status: 400 },
  );

const meta = {
  component: GoldenPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server(gate())],
  render: () => atAddress(`/studio/${draft.id}/golden`, '/studio/:toolId/golden', <GoldenPage />),
} satisfies Meta<typeof GoldenPage>;

export default meta;
type Story = StoryObj<typeof meta>;

const dialogOf = async (canvas: ReturnType<typeof within>) =>
  within(await canvas.findByRole('dialog', undefined, SLOW));

export const FailedAndWhy: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('기준에 못 미침', undefined, SLOW);
    await userEvent.click(await canvas.findByRole('button', { name: trip.question }));
    await expect(canvas.getByText('금액을 밝히지 않았어요.')).toBeVisible();
  },
};
export const BesideWhatPeopleUse: Story = {
  decorators: [
    server(
      gate({ draft: passed, live, proven: true }),
      { [`POST ${AT}/evaluations`]: gate({ draft: running }) },
      released,
    ),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('통과', undefined, SLOW);
    await expect(canvas.getByRole('columnheader', { name: '릴리스 1 (지금 쓰임)' })).toBeVisible();
    await userEvent.click(canvas.getByRole('switch', { name: '지금 쓰는 릴리스와 비교' }));
    await userEvent.click(canvas.getByRole('button', { name: '다시 평가' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(`POST ${AT}/evaluations`, { compare: false }));
    await canvas.findByRole('progressbar', { name: '1/2개에 답했어요' });
    await expect(canvas.getByRole('button', { name: '평가하기' })).toBeDisabled();
  },
};
/** It is followed by itself, until it ends. */
export const Followed: Story = {
  decorators: [server(new Promise((answer) => setTimeout(() => answer(gate({ draft: running })), 200)))],
  play: async ({ canvas }) => {
    await canvas.findByRole('progressbar', undefined, SLOW);
    const looked = () => sent.mock.calls.filter(([call]) => call === `GET ${AT}/gate`).length;
    await waitFor(() => expect(looked()).toBeGreaterThan(1), SLOW);
  },
};
export const WithAnError: Story = {
  decorators: [server(gate({ draft: unfinished }))],
  play: async ({ canvas }) => {
    await canvas.findByText(/예산을 다 썼어요/, undefined, SLOW);
    await expect(canvas.getByRole('button', { name: '다시 평가' })).toBeEnabled();
  },
};
export const ChangedSince: Story = {
  decorators: [server(gate({ draft: { ...failed, revision: 1 } }))],
  play: async ({ canvas }) => {
    await canvas.findByText(/이 결과 뒤에/, undefined, SLOW);
  },
};
export const Added: Story = {
  decorators: [server(gate(), { [`POST ${AT}/golden-questions`]: leave })],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '질문 더하기' }, SLOW));
    const dialog = await dialogOf(canvas);
    await userEvent.type(dialog.getByLabelText('질문'), '연차는?');
    await expect(dialog.getByRole('button', { name: '저장' })).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('사실'), '15일|열다섯 날{Enter}{Enter} 1년 동안 ');
    await userEvent.click(dialog.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST ${AT}/golden-questions`, {
        question: '연차는?',
        facts: ['15일|열다섯 날', '1년 동안'],
      }),
    );
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};
/** What the server refuses stands at its field, and what was written stays. */
export const Refused: Story = {
  decorators: [
    server(gate(), {
      [`PUT ${AT}/golden-questions/${trip.id}`]: Response.json(
        {
          type: 'about:blank',
          status: 400,
          code: 'invalid_request',
          title: '입력한 값을 확인해 주세요',
          detail: '',
          errors: [{ field: 'passages[0]', message: '500자까지 쓸 수 있어요.' }],
        },
        { status: 400 },
      ),
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: `질문 고치기: ${trip.question}` }, SLOW));
    const dialog = await dialogOf(canvas);
    await expect(dialog.getByLabelText('채점 기준')).toHaveValue(trip.rubric);
    await userEvent.click(dialog.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(dialog.getByLabelText('구절')).toHaveAccessibleDescription(/^500자까지 쓸 수 있어요/),
    );
    await expect(dialog.getByLabelText('구절')).toHaveValue(trip.passages[0]);
  },
};
export const ImportedWithReasons: Story = {
  decorators: [server(gate(), { [`POST ${AT}/golden-questions/import`]: badRows() })],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'CSV로 더하기' }, SLOW));
    const dialog = await dialogOf(canvas);
    const file = dialog.getByLabelText('CSV 파일');
    const choose = (bytes: BlobPart, name: string) =>
      fireEvent.change(file, { target: { files: [new File([bytes], name)] } });
    await choose(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0]), '질문.xlsx');
    await dialog.findByText(/파일을 읽을 수 없어요/);
    await expect(dialog.getByRole('button', { name: '더하기' })).toBeDisabled();
    // what Korean Windows saves, with a letter that is not in plain EUC-KR
    await choose(new Uint8Array([0xc1, 0xfa, 0xb9, 0xae, 0x2c, 0x8c, 0x63]), '질문.csv');
    await dialog.findByText(/EUC-KR/);
    await userEvent.click(dialog.getByRole('button', { name: '더하기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST ${AT}/golden-questions/import`, { csv: '질문,똠' }),
    );
    await dialog.findByText('고쳐야 할 곳 2개');
    await expect(dialog.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      '3행 · 기대하는 것을 하나는 적어 주세요.',
      '4행 · JSON · JSON 객체여야 해요.',
    ]);
  },
};
export const DeletedAndThreshold: Story = {
  decorators: [server(gate(), { [`PUT ${AT}/gate`]: gate({ threshold: 0.9 }) })],
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByLabelText('통과 기준', undefined, SLOW), '90%');
    await waitFor(() => expect(sent).toHaveBeenCalledWith(`PUT ${AT}/gate`, { threshold: 0.9 }));
    await userEvent.click(await canvas.findByRole('button', { name: `질문 삭제: ${leave.question}` }));
    await userEvent.click((await dialogOf(canvas)).getByRole('button', { name: '삭제' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`DELETE ${AT}/golden-questions/${leave.id}`, undefined),
    );
  },
};
/** Others look at it now. */
export const NotToBeChanged: Story = {
  decorators: [server(gate({ draft: running }), {}, { ...draft, status: 'EVALUATING' })],
  play: async ({ canvas }) => {
    await canvas.findByText(/질문과 기준을 고칠 수 없어요/, undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '질문 더하기' })).toBeNull();
    await expect(canvas.getByLabelText('통과 기준')).toBeDisabled();
  },
};
/** What another page began is gone on with here. */
export const BegunElsewhere: Story = {
  render: () => (
    <Routes>
      <Route path="/" element={<Navigate replace to={`/studio/${draft.id}/golden`} state={leave} />} />
      <Route path="/studio/:toolId/golden" element={<GoldenPage />} />
    </Routes>
  ),
  play: async ({ canvas }) => {
    const dialog = await dialogOf(canvas);
    await expect(dialog.getByLabelText('문서')).toHaveValue('취업규칙.pdf');
    await userEvent.click(dialog.getByRole('button', { name: '취소' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};
export const NoneYet: Story = {
  decorators: [server(none, { [`GET ${AT}/golden-questions`]: { items: [] } })],
  play: async ({ canvas }) => {
    await canvas.findByText('아직 골든 질문이 없어요', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '평가하기' })).toBeNull();
  },
};
export const NotForThisPerson: Story = {
  decorators: [
    server(refusal(404, 'not_found', '찾을 수 없어요'), {}, refusal(404, 'not_found', '찾을 수 없어요')),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
  },
};
export const DarkEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  decorators: [server(gate({ live }), {}, released)],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: trip.question }, SLOW));
    await expect(canvas.getAllByText('Documents found')).toHaveLength(2);
  },
};
