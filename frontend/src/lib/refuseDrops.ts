/** A file that is dropped where nothing takes it would replace the page with itself: it is refused instead. */
export function refuseDrops(): void {
  const refuse = (event: DragEvent) => {
    const { target, dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    if (target instanceof HTMLInputElement && target.type === 'file') return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  addEventListener('dragover', refuse);
  addEventListener('drop', refuse);
}
