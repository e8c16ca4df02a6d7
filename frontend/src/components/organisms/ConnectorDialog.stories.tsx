import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { ConnectorDialog } from './ConnectorDialog';

const meta = {
  component: ConnectorDialog,
  args: { busy: false, onSave: fn(), onClose: fn() },
} satisfies Meta<typeof ConnectorDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Website: Story = {
  play: async ({ args }) => {
    const connect = await screen.findByRole('button', { name: '연결' });
    await expect(connect).toBeDisabled();
    await userEvent.type(screen.getByLabelText('이름'), '사내 안내');
    await userEvent.type(screen.getByLabelText('시작 주소(여러 개면 띄어서)'), 'https://intra.example.com/');
    await userEvent.click(connect);
    await expect(args.onSave).toHaveBeenCalledWith({
      kind: 'web',
      name: '사내 안내',
      everyMinutes: 1_440,
      source: {
        urls: ['https://intra.example.com/'],
        maxPages: 500,
        maxDepth: 5,
        delaySeconds: 1,
        sitemap: true,
      },
    });
  },
};

export const DriveInEnglish: Story = {
  globals: { locale: 'en', theme: 'dark' },
  play: async ({ args }) => {
    await userEvent.selectOptions(await screen.findByLabelText('Kind'), 'drive');
    await userEvent.type(screen.getByLabelText('Name'), 'Contracts');
    await userEvent.type(
      screen.getByLabelText('Address or id of the folder'),
      'https://drive.google.com/drive/folders/1rootFolder?usp=sharing',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await expect(args.onSave).toHaveBeenCalledWith({
      kind: 'drive',
      name: 'Contracts',
      everyMinutes: 1_440,
      source: { driveFolder: '1rootFolder' },
    });
  },
};
