import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { leave } from '@/components/organisms/sampleEvaluations';
import { Toaster } from '@/components/organisms/Toaster';
import { toasts } from '@/lib/toasts';
import { refusal, storeTool } from '../sampleTools';
import { sent, withServer } from '../withServer';
import KeepAnswer from './KeepAnswer';
import ToolTitle from './ToolTitle';

const SLOW = { timeout: 5_000 };
const AT = `/v1/tools/${storeTool.id}/golden-questions`;
const server = (edits: boolean, kept: unknown = leave) =>
  withServer({ [`GET /v1/store/tools/${storeTool.id}`]: { ...storeTool, edits }, [`POST ${AT}`]: kept });
const cited = {
  number: 1,
  passageId: 'p1',
  documentId: 'd1',
  documentName: '취업규칙.pdf',
  location: { page: 2 },
  quote: '15일',
};
const meta = {
  component: KeepAnswer,
  args: {
    toolId: storeTool.id,
    trial: true,
    question: leave.question,
    citations: [cited, { ...cited, number: 2, passageId: 'p2' }],
  },
  beforeEach: () => {
    toasts.set([]);
    return () => toasts.set([]);
  },
  decorators: [server(true)],
  render: (args) => (
    <>
      <KeepAnswer {...args} />
      <Toaster />
    </>
  ),
} satisfies Meta<typeof KeepAnswer>;

export default meta;
type Story = StoryObj<typeof meta>;

const keep = (canvas: ReturnType<typeof within>) =>
  canvas.findByRole('button', { name: '골든 질문으로 담기' }, SLOW);

/** One click takes what was asked and, once each, the documents that the answer cites. */
export const Taken: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await keep(canvas));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST ${AT}`, {
        question: leave.question,
        documents: ['취업규칙.pdf'],
      }),
    );
    await expect(await canvas.findByRole('link', { name: '고치기' })).toHaveAttribute(
      'href',
      `/studio/${storeTool.id}/golden`,
    );
  },
};
/** An answer that cites nothing does not say what to expect: the person does. */
export const WithoutASource: Story = {
  args: { citations: [] },
  play: async ({ canvas }) => {
    await userEvent.click(await keep(canvas));
    const dialog = within(await canvas.findByRole('dialog', undefined, SLOW));
    await expect(dialog.getByLabelText('질문')).toHaveValue(leave.question);
    await userEvent.type(dialog.getByLabelText('사실'), '15일');
    await userEvent.click(dialog.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST ${AT}`, { question: leave.question, facts: ['15일'] }),
    );
  },
};
export const InAConversationOfAToolThatOneMayEdit: Story = {
  args: { trial: false },
  play: async ({ canvas }) => {
    await expect(await keep(canvas)).toBeVisible();
  },
};
export const OfAnothersTool: Story = {
  args: { trial: false },
  decorators: [server(false)],
  render: (args) => (
    <>
      <KeepAnswer {...args} />
      <ToolTitle toolId={args.toolId} />
    </>
  ),
  play: async ({ canvas }) => {
    // whatever would be shown is there as soon as the tool is
    await import('../studio/KeepGolden');
    await canvas.findByRole('link', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '골든 질문으로 담기' })).toBeNull();
  },
};
export const NotNow: Story = {
  decorators: [server(true, refusal(409, 'tool_state', '지금은 할 수 없어요'))],
  play: async ({ canvas }) => {
    await userEvent.click(await keep(canvas));
    await canvas.findByText('지금은 할 수 없어요');
  },
};
