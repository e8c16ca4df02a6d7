import { UploadTray } from '@/components/organisms/UploadTray';
import { useUploads } from '@/features/library/hooks/useUploads';

/** Files on their way; of the library only this is drawn anew while they move. */
export function Uploads() {
  const { uploads, paused, cancel, again, keep, pause } = useUploads();
  return (
    <UploadTray
      uploads={uploads}
      paused={paused}
      onCancel={cancel}
      onAgain={again}
      onKeep={keep}
      onPause={pause}
    />
  );
}
