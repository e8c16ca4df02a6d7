import { CircleAlert, CircleCheck, RotateCw, X } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';
import { ProgressBar } from '../atoms/ProgressBar';

interface TrayItem {
  key: string;
  file: { name: string };
  share: number;
  phase: 'waiting' | 'sending' | 'done' | 'failed';
  reason?: string;
}

interface UploadTrayProps {
  uploads: readonly TrayItem[];
  onCancel: (key: string) => void;
  onAgain: (key: string) => void;
}

/** Files on their way, with progress, cancel and another try. */
export function UploadTray({ uploads, onCancel, onAgain }: UploadTrayProps) {
  if (!uploads.length) return null;
  return (
    <section
      aria-label={m.uploads()}
      className="fixed inset-x-4 bottom-20 z-10 max-h-72 animate-rise overflow-y-auto rounded-lg border border-line bg-surface p-2 shadow-float md:left-auto md:bottom-4 md:w-96"
    >
      <ul>
        {uploads.map(({ key, file, share, phase, reason }) => (
          <li key={key} className="flex items-center gap-2 px-2 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2 text-sm">
                {phase === 'done' && <Icon of={CircleCheck} size={16} className="text-ok" />}
                {phase === 'failed' && <Icon of={CircleAlert} size={16} className="text-danger" />}
                <span className="min-w-0 flex-1 truncate">{file.name}</span>
                {phase === 'sending' && (
                  <span className="text-ink-2 tabular-nums">{Math.floor(share * 100)} %</span>
                )}
                {phase === 'waiting' && <span className="text-ink-2">{m.upload_waiting()}</span>}
              </p>
              {phase === 'failed' ? (
                <p className="text-sm text-danger">{reason || m.upload_failed()}</p>
              ) : (
                <ProgressBar share={share} label={m.upload_progress({ name: file.name })} />
              )}
            </div>
            {phase === 'failed' && (
              <IconButton
                icon={RotateCw}
                label={m.upload_again({ name: file.name })}
                onClick={() => onAgain(key)}
              />
            )}
            {phase !== 'done' && (
              <IconButton
                icon={X}
                label={m.upload_cancel({ name: file.name })}
                onClick={() => onCancel(key)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
