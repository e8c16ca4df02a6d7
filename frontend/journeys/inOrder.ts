/** Runs steps that stand on each other: after one that fails no other begins. The last line counts. */
export function inOrder(onFailure: (number: number) => Promise<void> = () => Promise.resolve()) {
  let passed = 0;
  let failed = 0;
  return {
    async step(name: string, work: () => Promise<void>): Promise<void> {
      if (failed) return;
      const began = Date.now();
      try {
        await work();
        passed++;
        console.log(`ok    ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed++;
        console.log(`FAIL  ${name}\n      ${String(error).split('\n').slice(0, 6).join('\n      ')}`);
        await onFailure(failed);
      }
    },
    end(): never {
      console.log(`${passed} passed, ${failed} failed`);
      process.exit(failed ? 1 : 0);
    },
  };
}
