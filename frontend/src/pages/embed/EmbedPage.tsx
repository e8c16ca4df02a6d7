import type { MouseEvent } from 'react';
import { Route, Routes } from 'react-router';
import { session } from '@/lib/session';
import { useStore } from '@/lib/store';
import { EmbeddedTool } from './EmbeddedTool';
import { FrameCallback } from './FrameCallback';
import { FrameSignIn } from './FrameSignIn';

/** Of the site only this may stand in a frame: what leads elsewhere opens a window of its own. */
function leaveFrame(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.origin !== location.origin) return;
  event.preventDefault();
  window.open(link.href, '_blank', 'noopener');
}

/** A tool in a page of somebody else: without the site's frame, with the reader's own account and rights. */
export default function EmbedPage() {
  const signedIn = useStore(session) !== null;
  return (
    <div onClickCapture={leaveFrame}>
      <Routes>
        <Route path="callback" element={<FrameCallback />} />
        <Route path=":toolId/:conversationId?" element={signedIn ? <EmbeddedTool /> : <FrameSignIn />} />
      </Routes>
    </div>
  );
}
