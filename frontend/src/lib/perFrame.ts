/** Runs `work` at most once an animation frame; a hidden tab, which has no frames, gets a slow timer. */
export function perFrame(work: () => void): () => void {
  let pending = false;
  const run = () => {
    pending = false;
    work();
  };
  return () => {
    if (pending) return;
    pending = true;
    if (document.hidden) setTimeout(run, 250);
    else requestAnimationFrame(run);
  };
}
