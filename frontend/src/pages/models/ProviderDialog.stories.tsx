import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { ProviderDialog } from './ProviderDialog';
import { vllm } from './sampleModels';

const meta = {
  component: ProviderDialog,
  args: { provider: undefined, onClose: fn() },
  decorators: [withServer({})],
} satisfies Meta<typeof ProviderDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Added: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('식별자'), 'vllm');
    await userEvent.type(canvas.getByLabelText('이름'), '사내 vLLM');
    await userEvent.type(canvas.getByLabelText('주소'), 'https://llm.example.com/v1');
    await userEvent.selectOptions(canvas.getByLabelText('보낼 수 있는 자료'), 'confidential');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/providers/vllm', {
      name: '사내 vLLM',
      clearance: 'confidential',
      kind: 'openai_compatible',
      baseUrl: 'https://llm.example.com/v1',
    });
  },
};

export const VendorWithItsKey: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('종류'), 'anthropic');
    await userEvent.type(canvas.getByLabelText('식별자'), 'claude-seoul');
    await userEvent.type(canvas.getByLabelText('이름'), 'Anthropic 서울');
    await expect(canvas.getByText(/https:\/\/api\.anthropic\.com\/v1 로 불러요/)).toBeVisible();
    await userEvent.type(canvas.getByLabelText('키'), ' sk-ant-1 ');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/providers/claude-seoul', {
      name: 'Anthropic 서울',
      clearance: 'internal',
      kind: 'anthropic',
    });
    await expect(sent).toHaveBeenLastCalledWith('PUT /v1/admin/providers/claude-seoul/key', {
      key: 'sk-ant-1',
    });
  },
};

export const VertexByRegionAndProject: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('종류'), 'vertex_ai');
    await expect(canvas.queryByLabelText('주소')).toBeNull();
    await expect(canvas.queryByLabelText('키')).toBeNull();
    await userEvent.type(canvas.getByLabelText('식별자'), 'vertex-seoul');
    await userEvent.type(canvas.getByLabelText('이름'), 'Vertex AI 서울');
    await userEvent.type(canvas.getByLabelText('Google Cloud 프로젝트 ID'), 'acme-models');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/providers/vertex-seoul', {
      name: 'Vertex AI 서울',
      clearance: 'internal',
      kind: 'vertex_ai',
      region: 'asia-northeast3',
      project: 'acme-models',
    });
  },
};

export const AnotherAddressAsksForTheKeyAnew: Story = {
  args: { provider: vllm },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByLabelText('새 주소에 쓸 키')).toBeNull();
    await userEvent.clear(canvas.getByLabelText('주소'));
    await userEvent.type(canvas.getByLabelText('주소'), 'https://other.example.com/v1');
    await userEvent.type(canvas.getByLabelText('새 주소에 쓸 키'), 'sk-2');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenLastCalledWith('PUT /v1/admin/providers/vllm/key', { key: 'sk-2' });
  },
};

export const RemovedAfterBeingAsked: Story = {
  args: { provider: vllm },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /모델 2개 지우기/ }));
    await expect(canvas.getByText(/보관한 키가 지워지고 되돌릴 수 없어요/)).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '취소' }));
    await expect(canvas.getByLabelText('주소')).toHaveValue(vllm.baseUrl);
    await userEvent.click(canvas.getByRole('button', { name: /모델 2개 지우기/ }));
    await userEvent.click(canvas.getByRole('button', { name: '삭제' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('DELETE /v1/admin/providers/vllm', undefined);
  },
};

export const DarkEnglish: Story = { args: { provider: vllm }, globals: { theme: 'dark', locale: 'en' } };
