import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fireEvent, fn, waitFor } from 'storybook/test';
import { onEnter } from '@/lib/onEnter';
import { TextInput } from '../atoms/TextInput';
import { Dialog } from './Dialog';

interface FieldsProps {
  onSubmit: (text: string) => void;
  onEnterInArea: (text: string) => void;
  onClose: () => void;
  /** Whether the form's button may be pressed. */
  complete: boolean;
}

/** A form, an area in which Enter acts and one in which it makes a line, in a dialog. */
function Fields({ onSubmit, onEnterInArea, onClose, complete }: FieldsProps) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  return (
    <Dialog title="새 그룹" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(name);
        }}
      >
        <TextInput label="이름" value={name} onChange={(event) => setName(event.target.value)} />
        <button disabled={!complete} aria-label="만들기" />
      </form>
      <textarea
        aria-label="질문"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        {...onEnter(onEnterInArea, 'send')}
      />
      <textarea aria-label="설명" />
    </Dialog>
  );
}

const meta = {
  title: 'Input methods',
  component: Fields,
  args: { onSubmit: fn(), onEnterInArea: fn(), onClose: fn(), complete: true },
} satisfies Meta<typeof Fields>;

export default meta;
type Story = StoryObj<typeof meta>;

const ENTER = { key: 'Process', code: 'Enter', keyCode: 229, isComposing: true };
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Begins a composition in a field, as an input method does. */
function compose(field: HTMLElement, text: string): void {
  field.focus();
  fireEvent.compositionStart(field);
  fireEvent.compositionUpdate(field, { data: text });
  fireEvent.input(field, { target: { value: text } });
}

export const AFormIsSentOnceWithTheLastSyllable: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox', { name: '이름' });
    compose(field, '인사팀');
    fireEvent.keyDown(field, ENTER);
    fireEvent.submit(field.closest('form')!);
    await quiet();
    await expect(args.onSubmit).not.toHaveBeenCalled();
    fireEvent.compositionEnd(field, { data: '팀' });
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', keyCode: 13 });
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledWith('인사팀'));
    await quiet();
    await expect(args.onSubmit).toHaveBeenCalledOnce();
  },
};

/** Safari: first the composition ends, then the key is told of. */
export const AFormIsSentOnceWhereTheKeyComesLast: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox', { name: '이름' });
    compose(field, '인사팀');
    fireEvent.compositionEnd(field, { data: '팀' });
    fireEvent.keyDown(field, { ...ENTER, isComposing: false });
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce());
  },
};

export const AFormThatIsNotCompleteIsNotSent: Story = {
  args: { complete: false },
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox', { name: '이름' });
    compose(field, '인사팀');
    fireEvent.keyDown(field, ENTER);
    fireEvent.compositionEnd(field, { data: '팀' });
    await quiet();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

export const ACandidateIsOnlyPicked: Story = {
  play: async ({ canvas, args }) => {
    for (const [name, text] of [
      ['이름', '休暇'],
      ['질문', 'ni hao'],
    ] as const) {
      const field = canvas.getByRole('textbox', { name });
      compose(field, text);
      fireEvent.keyDown(field, ENTER);
      fireEvent.submit(canvas.getByRole('textbox', { name: '이름' }).closest('form')!);
      fireEvent.compositionEnd(field, { data: text });
      fireEvent.keyUp(field, { key: 'Enter', code: 'Enter' });
    }
    await quiet();
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await expect(args.onEnterInArea).not.toHaveBeenCalled();
  },
};

export const EscapeGivesUpTheCompositionOnly: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox', { name: '질문' });
    const heard = fn();
    field.addEventListener('keydown', heard);
    // what an input method ends with the key's first half is no key of the page's in its second
    document.onkeyup = heard;
    compose(field, '연');
    const escape = { key: 'Process', code: 'Escape', keyCode: 229 };
    fireEvent.keyDown(field, { ...escape, isComposing: true });
    fireEvent(canvas.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    fireEvent.compositionEnd(field, { data: '' });
    fireEvent.keyUp(field, { key: 'Escape', code: 'Escape', keyCode: 27 });
    await expect(heard).not.toHaveBeenCalled();
    await expect(args.onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Escape', code: 'Escape', keyCode: 27 });
    await expect(heard).toHaveBeenCalledOnce();
    document.onkeyup = null;
  },
};

/** Where Enter only makes a line, it stays the input method's. */
export const EnterInAnAreaOfLinesIsLeftAlone: Story = {
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox', { name: '설명' });
    compose(field, '가');
    await expect(fireEvent.keyDown(field, ENTER)).toBe(true);
    fireEvent.compositionEnd(field, { data: '가' });
    await expect(fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', keyCode: 13 })).toBe(true);
  },
};
