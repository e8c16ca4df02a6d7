/** How far something has come, 0 to 1. */
export function ProgressBar({ share, label }: { share: number; label: string }) {
  return (
    <progress
      aria-label={label}
      value={share}
      max={1}
      className="block h-1 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}
