// The box of the messages: stays at its end until the reader leaves it.

const NEAR_PX = 80;

export class Scroll {
  constructor(box, jump) {
    Object.assign(this, { box, jump, atBottom: true });
    box.addEventListener('scroll', () => {
      this.atBottom = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      if (this.atBottom) jump.hidden = true;
    });
    new ResizeObserver(() => { if (this.atBottom) this.toBottom(); }).observe(box);
    jump.addEventListener('click', () => this.toBottom());
  }

  toBottom() {
    this.atBottom = true;
    this.box.scrollTop = this.box.scrollHeight;
    this.jump.hidden = true;
  }
}
