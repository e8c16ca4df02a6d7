import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { DocumentText } from './DocumentText';

const headings = ['제5장 출장', '제31조 여비'];
const meta = {
  component: DocumentText,
  parameters: { layout: 'fullscreen' },
  args: {
    busy: false,
    quote: '해외 출장은 본부장의 승인을 받아야 한다.',
    citedId: 'b',
    onEarlier: fn(),
    onLater: fn(),
    pieces: [
      {
        id: 'a',
        location: { headings },
        text: '여비는 아래 표에 따른다.\n| 구분 | 하루 |\n| --- | --- |\n| 국내 | 30,000원 |\n| 해외 | 100,000원 |',
      },
      {
        id: 'b',
        location: { headings: ['제5장 출장', '제32조 승인'] },
        text: '해외 출장은 본부장의 승인을\n받아야 한다. 돌아온 날부터 이 주 안에 보고서를 낸다.',
      },
      { id: 'c', location: { headings: ['제5장 출장', '제32조 승인'] }, text: '<script>alert(1)</script>' },
    ],
  },
} satisfies Meta<typeof DocumentText>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Cited: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-cited] mark')).toHaveTextContent(
      '해외 출장은 본부장의 승인을 받아야 한다.',
    );
    await waitFor(() => expect(canvas.getByRole('table')).toBeVisible(), { timeout: 5_000 });
    await expect(canvasElement.querySelector('script')).toBeNull();
  },
};
export const TableCited: Story = {
  args: { citedId: 'a', quote: '| 해외 | 100,000원 |' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-marked] table')).toBeVisible(), {
      timeout: 5_000,
    });
  },
};
const { citedId: _cited, onEarlier: _earlier, onLater: _later, ...whole } = meta.args;
export const Whole: Story = { render: () => <DocumentText {...whole} quote="" /> };
export const Dark: Story = { globals: { theme: 'dark' } };
