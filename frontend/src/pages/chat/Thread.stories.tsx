import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import { useConversation } from '@/features/chat/hooks/useConversation';
import type { Message } from '@/lib/api/types';
import { sent, withServer } from '../withServer';
import Thread from './Thread';

/** Questions and answers in turn, each under the one before. */
const said: Message[] = Array.from({ length: 120 }, (_, i) => ({
  id: `m${i}`,
  ...(i ? { parentId: `m${i - 1}` } : {}),
  role: i % 2 ? 'assistant' : 'user',
  text:
    i % 2 ? `답 ${i}: 연차는 15일이에요.\n\n` + '남은 날은 다음 해로 넘어가요. '.repeat(i % 7) : `질문 ${i}`,
  status: 'complete',
  citations: [],
  createdAt: new Date(1_795_000_000_000 + i * 60_000).toISOString(),
}));
const conversation = {
  id: 'c1',
  title: '연차',
  collectionIds: [],
  confidential: false,
  createdAt: said[0]!.createdAt,
  updatedAt: said[119]!.createdAt,
};
const page = (from: number, to: number) => ({
  conversation,
  messages: said.slice(from, to),
  ...(from ? { nextCursor: `before${from}` } : {}),
});
const PATH = 'GET /v1/conversations/c1';

function Opened({ narrow }: { narrow?: boolean }) {
  const opened = useConversation('c1');
  return (
    <div className="flex h-dvh flex-col" style={narrow ? { width: 360 } : undefined}>
      <Thread conversation={opened} onOpenCitation={() => undefined} />
    </div>
  );
}

const server = {
  [`${PATH}?limit=50`]: page(70, 120),
  [`${PATH}?limit=50&cursor=before70`]: page(20, 70),
  [`${PATH}?limit=50&cursor=before20`]: page(0, 20),
  'GET /v1/models': { items: [], policies: [] },
  'GET /v1/reports/me/budgets': { items: [] },
};

const meta = {
  component: Opened,
  decorators: [withServer(server)],
} satisfies Meta<typeof Opened>;

export default meta;
type Story = StoryObj<typeof meta>;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Where a text stands on the screen, when it is in the page. */
async function placeOf(find: () => Promise<HTMLElement>) {
  return (await find()).getBoundingClientRect().top;
}

export const OlderOnesComeWithoutAJump: Story = {
  play: async ({ canvas }) => {
    const view = await canvas.findByLabelText('대화 내용');
    await canvas.findByText(/답 119/);
    await waitFor(() => expect(view.scrollHeight - view.scrollTop - view.clientHeight).toBeLessThan(2));
    await nextFrame();
    // the reader at the end is told nothing older
    await expect(canvas.queryByText('질문 68')).toBeNull();
    await expect(sent.mock.calls.filter(([call]) => call === PATH)).toHaveLength(1);
    const first = () => canvas.findByText('질문 70');
    view.scrollTop = 0;
    fireEvent.scroll(view);
    const before = await placeOf(first);
    await canvas.findByText('질문 68');
    await waitFor(async () => expect(Math.abs((await placeOf(first)) - before)).toBeLessThan(2));
    await nextFrame();
    await expect(Math.abs((await placeOf(first)) - before)).toBeLessThan(2);
    // near the top, not at it, as one scrolls
    const older = () => canvas.findByText('질문 20');
    view.scrollTop = 60;
    fireEvent.scroll(view);
    const then = await placeOf(older);
    await canvas.findByText('질문 0');
    await nextFrame();
    await nextFrame();
    await expect(Math.abs((await placeOf(older)) - then)).toBeLessThan(2);
    await waitFor(() => expect(canvas.queryByRole('button', { name: '이전 대화 더 보기' })).toBeNull());
    await expect(canvas.getAllByText(/^질문 \d+$/)).toHaveLength(60);
  },
};

export const Narrow: Story = {
  args: { narrow: true },
  play: async ({ canvas }) => {
    await canvas.findByText(/답 119/);
    const view = canvas.getByLabelText('대화 내용');
    await expect(view.scrollWidth).toBeLessThanOrEqual(360);
  },
};

const later = (message: Message, number: number): Message => ({
  ...message,
  id: `again${number}`,
  text: `다시 ${number}`,
  createdAt: new Date(1_796_000_000_000 + number).toISOString(),
});
const again = [1, 2].map((number) => later(said[71]!, number));

export const BranchesBelowWhatIsReadAreWhole: Story = {
  decorators: [
    withServer({
      ...server,
      [`${PATH}?limit=50`]: { ...page(70, 100), messages: [...said.slice(70, 100), ...again] },
    }),
  ],
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('다시 2');
    await expect(canvas.getByText('3 / 3')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '이전 버전' }));
    await userEvent.click(canvas.getByRole('button', { name: '이전 버전' }));
    await expect(await canvas.findByText(/답 99/)).toBeInTheDocument();
    await expect(canvas.queryByText('다시 2')).toBeNull();
  },
};
