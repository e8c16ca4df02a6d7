import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Segments } from '@/components/atoms/Segments';
import { TextArea } from '@/components/atoms/TextArea';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import type { CreateActionSource } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

interface SourceDialogProps {
  busy: boolean;
  onSave: (source: CreateActionSource) => void;
  onClose: () => void;
}

/** An API by its OpenAPI document, or an MCP server by its address, and the secret that it wants. */
export function SourceDialog({ busy, onSave, onClose }: SourceDialogProps) {
  const form = useId();
  const [kind, setKind] = useState<'openapi' | 'mcp'>('openapi');
  const [name, setName] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const [document, setDocument] = useState('');
  const [header, setHeader] = useState('');
  const [value, setValue] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({
      kind,
      name: name.trim(),
      ...(kind === 'openapi' ? { document } : {}),
      ...(baseUrl.trim() ? { baseUrl: baseUrl.trim() } : {}),
      ...(header.trim() && value ? { secret: { header: header.trim(), value } } : {}),
    });
  };
  const said = kind === 'openapi' ? document : baseUrl;
  return (
    <Dialog
      title={m.actions_add()}
      onClose={onClose}
      wide
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={busy || !name.trim() || !said.trim() || !header.trim() !== !value}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <Segments
          label={m.actions_kind()}
          value={kind}
          options={[
            { value: 'openapi', label: m.actions_kind_openapi() },
            { value: 'mcp', label: m.actions_kind_mcp() },
          ]}
          onChange={setKind}
        />
        <TextInput
          required
          label={m.actions_name()}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {kind === 'openapi' && (
          <TextArea
            required
            label={m.actions_document()}
            rows={8}
            maxLength={1000000}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        )}
        <TextInput
          required={kind === 'mcp'}
          label={kind === 'mcp' ? m.actions_server() : m.actions_address()}
          placeholder={kind === 'mcp' ? 'https://mcp.example.com/mcp' : 'https://api.example.com/v1'}
          maxLength={300}
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
        {kind === 'mcp' && <p className="text-sm text-ink-2">{m.actions_server_hint()}</p>}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            label={m.actions_secret_header()}
            placeholder="Authorization"
            maxLength={60}
            value={header}
            onChange={(event) => setHeader(event.target.value)}
          />
          <TextInput
            type="password"
            autoComplete="off"
            label={m.actions_secret_value()}
            placeholder="Bearer …"
            maxLength={2000}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
        <p className="text-sm text-ink-2">{m.actions_secret_hint()}</p>
      </form>
    </Dialog>
  );
}
