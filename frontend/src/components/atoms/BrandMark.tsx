/** The courtyard seen from above: four roofs around an open middle. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 32 32" fill="none" className="shrink-0">
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        d="M8.5 8.5h15v15h-15z M8.5 8.5l4.2 4.2 M23.5 8.5l-4.2 4.2 M23.5 23.5l-4.2-4.2 M8.5 23.5l4.2-4.2"
        stroke="var(--on-accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <rect x="12.7" y="12.7" width="6.6" height="6.6" rx="1.2" fill="var(--on-accent)" />
    </svg>
  );
}
