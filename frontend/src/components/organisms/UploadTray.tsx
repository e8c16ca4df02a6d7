import { Pause, Play, RotateCw, X } from 'lucide-react';
import { inSight, isOpen, summaryOf, type QueuedUpload } from '@/lib/uploadQueue';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { IconButton } from '../atoms/IconButton';
import { ProgressBar } from '../atoms/ProgressBar';
import { WindowedList } from '../molecules/WindowedList';
import { UploadRow } from './UploadRow';

interface UploadTrayProps {
  uploads: readonly QueuedUpload[];
  paused: boolean;
  onCancel: (keys: string[]) => void;
  onAgain: (keys: string[]) => void;
  onKeep: (keys: string[]) => void;
  onPause: (pause: boolean) => void;
}

const keysOf = (uploads: readonly QueuedUpload[]) => uploads.map(({ key }) => key);

/** Files on their way: all together and each, with pause, cancel, another try, and a choice about duplicates. */
export function UploadTray({ uploads, paused, onCancel, onAgain, onKeep, onPause }: UploadTrayProps) {
  if (!uploads.length) return null;
  const { total, done, failed, duplicates, there, open, share } = summaryOf(uploads);
  const inPhase = (phase: QueuedUpload['phase']) => keysOf(uploads.filter((each) => each.phase === phase));
  return (
    <section
      aria-label={m.uploads()}
      className="fixed inset-x-4 bottom-20 z-10 animate-rise rounded-lg border border-line bg-surface p-2 shadow-float md:left-auto md:bottom-4 md:w-[26rem]"
    >
      <div className="flex items-center gap-1 pl-2">
        <p role="status" className="min-w-0 flex-1 text-sm font-semibold">
          {paused && open > 0
            ? m.upload_paused({ done, total })
            : open > 0
              ? m.upload_summary({ done, total })
              : total > 0
                ? m.upload_over({ done, total })
                : m.uploads()}
        </p>
        {open > 0 && (
          <IconButton
            icon={paused ? Play : Pause}
            label={paused ? m.upload_resume() : m.upload_pause()}
            onClick={() => onPause(!paused)}
          />
        )}
        <IconButton
          icon={X}
          label={open > 0 ? m.upload_cancel_all() : m.upload_clear()}
          onClick={() => onCancel(keysOf(open > 0 ? uploads.filter((each) => isOpen(each)) : uploads))}
        />
      </div>
      {open > 0 && (
        <div className="px-2 pb-1">
          <ProgressBar share={share} label={m.upload_all_progress()} />
        </div>
      )}
      {there > 0 && <p className="px-2 py-1 text-sm text-ink-2">{m.upload_there_count({ count: there })}</p>}
      {(failed > 0 || duplicates > 0) && (
        <div className="flex flex-wrap gap-2 px-2 py-1.5">
          {failed > 0 && (
            <Button icon={<RotateCw size={15} aria-hidden />} onClick={() => onAgain(inPhase('failed'))}>
              {m.upload_again_all({ count: failed })}
            </Button>
          )}
          {duplicates > 0 && (
            <>
              <Button onClick={() => onKeep(inPhase('duplicate'))}>
                {m.upload_keep_all({ count: duplicates })}
              </Button>
              <Button look="quiet" onClick={() => onCancel(inPhase('duplicate'))}>
                {m.upload_skip()}
              </Button>
            </>
          )}
        </div>
      )}
      <WindowedList label={m.upload_files()} items={inSight(uploads)} keyOf={({ key }) => key}>
        {(upload) => (
          <UploadRow
            upload={upload}
            onCancel={() => onCancel([upload.key])}
            onAgain={() => onAgain([upload.key])}
            onKeep={() => onKeep([upload.key])}
          />
        )}
      </WindowedList>
    </section>
  );
}
