import { Button } from '@/components/atoms/Button';
import { RunForm } from '@/components/organisms/RunForm';
import { takeDocument } from '@/features/library/formDocument';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import type { ToolInput } from '@/lib/api/types';
import type { FormValues } from '@/lib/formValues';
import { m } from '@/paraglide/messages';

interface FormAgainProps {
  toolId: string;
  /** Of a draft, which is in no store. */
  inputs?: readonly ToolInput[] | undefined;
  values: FormValues;
  errors?: readonly { field: string; message: string }[] | undefined;
  busy: boolean;
  onRun: (values: FormValues, text: string) => void;
  onClose: () => void;
}

/** A form that was filled, to be run again with other values. */
export default function FormAgain({ toolId, inputs, values, errors, busy, onRun, onClose }: FormAgainProps) {
  const { data: tool, error } = useStoreTool(inputs ? '' : toolId);
  const fields = inputs ?? tool?.inputs;
  if (error || fields?.length === 0)
    return (
      <p role="status" className="text-sm text-warn">
        {m.form_gone()}
      </p>
    );
  if (!fields) return null;
  return (
    <RunForm
      inputs={fields}
      initial={values}
      errors={errors}
      busy={busy}
      takeDocument={takeDocument}
      onRun={onRun}
    >
      <Button onClick={onClose}>{m.cancel()}</Button>
    </RunForm>
  );
}
