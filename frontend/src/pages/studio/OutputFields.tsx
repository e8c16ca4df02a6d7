import { useState } from 'react';
import { Select } from '@/components/atoms/Select';
import { TextArea } from '@/components/atoms/TextArea';
import type { ToolOutput, ToolSampling } from '@/lib/api/types';
import { EFFORT_TEXT, OUTPUT_KINDS, OUTPUT_TEXT } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const FIRST_SCHEMA = {
  type: 'object',
  properties: { title: { type: 'string' }, amount: { type: ['number', 'null'] } },
  required: ['title'],
  additionalProperties: false,
};
const USUAL = '' as const;
const TEMPERATURES = ['0', '0.2', '0.5', '0.8', '1'];
const EFFORTS = Object.keys(EFFORT_TEXT) as (keyof typeof EFFORT_TEXT)[];

function Schema({ output, onChange }: Pick<OutputFieldsProps, 'output' | 'onChange'>) {
  const [text, setText] = useState(() => JSON.stringify(output.schema ?? FIRST_SCHEMA, null, 2));
  const [wrong, setWrong] = useState(false);
  const write = (next: string) => {
    setText(next);
    try {
      const schema = JSON.parse(next) as Record<string, never>;
      setWrong(false);
      onChange({ kind: 'json', schema });
    } catch {
      setWrong(true);
    }
  };
  return (
    <div>
      <TextArea
        label={m.studio_schema()}
        rows={8}
        spellCheck={false}
        className="font-mono text-sm"
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      {wrong && (
        <p role="status" className="mt-1 text-sm text-warn">
          {m.studio_schema_wrong()}
        </p>
      )}
    </div>
  );
}

interface OutputFieldsProps {
  output: ToolOutput;
  onChange: (output: ToolOutput) => void;
}

/** What a tool's answers look like. */
export function OutputFields({ output, onChange }: OutputFieldsProps) {
  return (
    <>
      <Select
        labelled
        label={m.tool_output()}
        value={output.kind}
        options={OUTPUT_KINDS.map((kind) => ({ value: kind, label: OUTPUT_TEXT[kind]() }))}
        onChange={(kind) =>
          onChange(
            kind === 'json' ? { kind, schema: FIRST_SCHEMA as unknown as Record<string, never> } : { kind },
          )
        }
      />
      {output.kind === 'json' && <Schema output={output} onChange={onChange} />}
    </>
  );
}

interface SamplingFieldsProps {
  sampling: ToolSampling;
  onChange: (sampling: ToolSampling) => void;
}

/** How a tool's answers are drawn. */
export function SamplingFields({ sampling, onChange }: SamplingFieldsProps) {
  const { temperature, effort } = sampling;
  const told = temperature === undefined ? USUAL : String(temperature);
  const temperatures = TEMPERATURES.includes(told) || told === USUAL ? TEMPERATURES : [...TEMPERATURES, told];
  const usual = { value: USUAL, label: m.tool_sampling_usual() };
  return (
    <div className="flex flex-wrap gap-4">
      <div>
        <Select
          labelled
          label={m.tool_temperature()}
          value={told}
          options={[usual, ...temperatures.map((value) => ({ value, label: value }))]}
          onChange={(value) =>
            onChange({
              ...(effort ? { effort } : {}),
              ...(value === USUAL ? {} : { temperature: Number(value) }),
            })
          }
        />
        <p className="mt-1 text-sm text-ink-2">{m.studio_sampling_temperature_hint()}</p>
      </div>
      <Select
        labelled
        label={m.tool_effort()}
        value={effort ?? USUAL}
        options={[usual, ...EFFORTS.map((value) => ({ value, label: EFFORT_TEXT[value]() }))]}
        onChange={(value) =>
          onChange({
            ...(temperature === undefined ? {} : { temperature }),
            ...(value === USUAL ? {} : { effort: value as NonNullable<ToolSampling['effort']> }),
          })
        }
      />
    </div>
  );
}
