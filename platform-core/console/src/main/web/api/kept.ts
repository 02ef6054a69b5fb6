/** An answer that is asked for again only when it has become old; a failed one is not kept. */
export class Kept<T> {
  private answer?: Promise<T>;
  private until = 0;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly millis: number,
  ) {}

  get(): Promise<T> {
    if (!this.answer || performance.now() > this.until) {
      this.until = performance.now() + this.millis;
      this.answer = this.ask();
      this.answer.catch(() => {
        this.answer = undefined;
      });
    }
    return this.answer;
  }
}
