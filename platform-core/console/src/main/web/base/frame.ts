/** Gathers many reasons to draw into one drawing per frame. */
export class Frame {
  private asked = false;

  constructor(private readonly draw: () => void) {}

  ask(): void {
    if (!this.asked) {
      this.asked = true;
      requestAnimationFrame(() => {
        this.asked = false;
        this.draw();
      });
    }
  }
}
