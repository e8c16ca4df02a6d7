import { CircleAlert, CircleCheck, Copy, CopyPlus, RotateCw, X } from 'lucide-react';
import type { QueuedUpload } from '@/lib/uploadQueue';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';
import { ProgressBar } from '../atoms/ProgressBar';

interface UploadRowProps {
  upload: QueuedUpload;
  onCancel: () => void;
  onAgain: () => void;
  onKeep: () => void;
}

const SIGNS = {
  done: { icon: CircleCheck, tone: 'text-ok' },
  failed: { icon: CircleAlert, tone: 'text-danger' },
  refused: { icon: CircleAlert, tone: 'text-danger' },
  duplicate: { icon: Copy, tone: 'text-warn' },
  there: { icon: CircleCheck, tone: 'text-ok' },
} as const;

/** One file on its way, or why it is not. */
export function UploadRow({ upload, onCancel, onAgain, onKeep }: UploadRowProps) {
  const { file, phase, share, reason, duplicateOf } = upload;
  const { name } = file;
  const sign = phase in SIGNS ? SIGNS[phase as keyof typeof SIGNS] : undefined;
  const detail =
    phase === 'duplicate'
      ? m.upload_duplicate({ name: shownName(duplicateOf ?? name) })
      : phase === 'there'
        ? m.upload_there()
        : phase === 'failed' || phase === 'refused'
          ? reason || m.upload_failed()
          : undefined;
  const state =
    phase === 'sending'
      ? `${Math.floor(share * 100)} %`
      : phase === 'waiting'
        ? m.upload_waiting()
        : phase === 'hashing'
          ? m.upload_hashing()
          : undefined;
  return (
    <div className="flex h-full items-center gap-2 px-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-sm">
          {sign && <Icon of={sign.icon} size={16} className={sign.tone} />}
          <span className="min-w-0 flex-1 truncate" title={[...upload.folders, name].join('/')}>
            {shownName(name)}
          </span>
          {state && <span className="text-ink-2 tabular-nums">{state}</span>}
        </p>
        {detail ? (
          <p
            className={`truncate text-sm ${phase === 'failed' || phase === 'refused' ? 'text-danger' : 'text-ink-2'}`}
            title={detail}
          >
            {detail}
          </p>
        ) : (
          <ProgressBar share={phase === 'done' ? 1 : share} label={m.upload_progress({ name })} />
        )}
      </div>
      {phase === 'failed' && (
        <IconButton icon={RotateCw} label={m.upload_again({ name })} onClick={onAgain} />
      )}
      {phase === 'duplicate' && (
        <IconButton icon={CopyPlus} label={m.upload_keep({ name })} onClick={onKeep} />
      )}
      {phase !== 'done' && phase !== 'there' && (
        <IconButton icon={X} label={m.upload_cancel({ name })} onClick={onCancel} />
      )}
    </div>
  );
}
