import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { CitationChip } from './CitationChip';

const meta = {
  component: CitationChip,
  args: {
    citation: {
      number: 2,
      passageId: 'passage-1',
      documentId: 'document-1',
      documentName: '취업규칙.pdf',
      location: { page: 12 },
      quote: '직원에게 15일의 유급휴가를 준다.',
    },
    onOpen: fn(),
  },
  render: (args) => (
    <p style={{ paddingTop: 96 }}>
      <CitationChip {...args} />
    </p>
  ),
} satisfies Meta<typeof CitationChip>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ShowsItsQuote: Story = {
  play: async ({ canvas, args }) => {
    const chip = canvas.getByRole('button', { name: '출처 2 열기: 취업규칙.pdf · 12쪽' });
    await userEvent.hover(chip);
    await waitFor(() => expect(canvas.getByText(args.citation.quote)).toBeVisible());
    await userEvent.unhover(chip);
    await waitFor(() => expect(canvas.getByText(args.citation.quote)).not.toBeVisible());
    await userEvent.click(chip);
    await expect(args.onOpen).toHaveBeenCalledWith(args.citation);
  },
};
export const ByKeyboard: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.tab();
    await waitFor(() => expect(canvas.getByText(args.citation.quote)).toBeVisible());
    await userEvent.keyboard('{Enter}');
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};
export const NoLongerTheirs: Story = {
  args: { citation: { ...meta.args.citation, quote: '', available: false } },
  play: async ({ canvas }) => {
    await userEvent.hover(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByText('더 이상 볼 수 없는 문서예요')).toBeVisible());
  },
};
export const Dark: Story = { ...ShowsItsQuote, globals: { theme: 'dark' } };
