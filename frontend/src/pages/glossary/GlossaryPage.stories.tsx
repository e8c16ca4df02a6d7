import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import GlossaryPage from './GlossaryPage';

/** The first look waits for whatever the page loads. */
const SLOW = { timeout: 5_000 };
const admin = { id: 'p1', email: 'a@madang.example', name: '최지우', roles: ['member', 'admin'], groups: [] };
const entry = (id: string, term: string, ...synonyms: string[]) => ({
  id,
  term,
  synonyms,
  updatedAt: '2026-03-02T00:00:00Z',
});
const cpo = entry('g1', 'CPO', '개인정보 보호책임자', 'Chief Privacy Officer');
const dr = entry('g2', 'DR', '재해복구');
const server = (items: unknown) =>
  withServer({
    'GET /v1/me': admin,
    'GET /v1/admin/glossary': items,
    'POST /v1/admin/glossary': { items: [cpo, dr, entry('g3', 'HR', '인사')] },
  });

const meta = {
  component: GlossaryPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server({ items: [cpo, dr] })],
} satisfies Meta<typeof GlossaryPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Added: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '용어 더하기' }, SLOW));
    await userEvent.type(canvas.getByLabelText('용어나 약어'), 'HR');
    await userEvent.type(canvas.getByLabelText(/같은 뜻의 말/), '인사, 인사 ,HR');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await expect(await canvas.findByText('HR')).toBeVisible();
    await expect(sent).toHaveBeenCalledWith('POST /v1/admin/glossary', {
      entries: [{ term: 'HR', synonyms: ['인사'] }],
    });
  },
};

export const IndexRenewed: Story = {
  decorators: [server({ items: [cpo, dr], renewal: { documents: 4000, waiting: 1000 } })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/4000개 가운데 3000개를 마쳤고/, {}, SLOW)).toBeVisible();
    await expect(canvas.getByRole('progressbar', { name: '다시 만든 문서' })).toHaveAttribute(
      'value',
      '0.75',
    );
  },
};

export const Pasted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '한꺼번에 더하기' }, SLOW));
    const dialog = within(canvas.getByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'HR = 인사{Enter}DR=재해복구{Enter}모르는 줄');
    await expect(dialog.getByRole('status')).toHaveTextContent('읽지 못한 줄이 1개 있어요');
    await userEvent.click(dialog.getByRole('button', { name: '용어 2개 더하기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/admin/glossary', {
        entries: [
          { term: 'HR', synonyms: ['인사'] },
          { term: 'DR', synonyms: ['재해복구'] },
        ],
      }),
    );
  },
};

export const EditedFoundAndRemoved: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('searchbox', {}, SLOW), '보호책임자');
    await waitFor(() => expect(canvas.queryByText('DR')).toBeNull());
    await userEvent.click(canvas.getByRole('button', { name: 'Edit CPO' }));
    await expect(canvas.getByLabelText('Term or acronym')).toHaveAttribute('readonly');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Remove CPO' }));
    await expect(canvas.getByText(/no longer finds the other words/)).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith('DELETE /v1/admin/glossary/g1', undefined));
  },
};

export const NoneYet: Story = { decorators: [server({ items: [] })] };
export const OnItsWay: Story = { decorators: [server(new Promise(() => undefined))] };
export const Failed: Story = {
  decorators: [
    server(
      Response.json(
        { code: 'forbidden', status: 403, title: '할 수 없어요', detail: '관리자만 볼 수 있어요.' },
        { status: 403 },
      ),
    ),
  ],
  play: async ({ canvasElement }) =>
    expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('관리자만 볼 수 있어요.'),
};
