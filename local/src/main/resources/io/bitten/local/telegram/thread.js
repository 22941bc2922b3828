// The list of messages: keeps one element a message and replaces only what changed.

import { make } from './elements.js';
import { clock, day, formatted, iso } from './format.js';

const ICONS = {
  url: 'M4 12 12 4M6 4h6v6',
  web_app: 'M3 3h10v10H3zM3 6h10',
  copy_text: 'M6 6h7v7H6zM3 10V3h7',
};
const SVG = 'http://www.w3.org/2000/svg';

function icon(path) {
  const drawn = document.createElementNS(SVG, 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('class', 'icon');
  drawn.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawn.append(line);
  return drawn;
}

const kind = (button) =>
  ['callback_data', 'url', 'web_app', 'copy_text', 'disabled'].find((name) => name in button);

export class Thread {
  /** acts: command(text), tap(message, button), webApp(url), copy(text). */
  constructor(list, acts) {
    this.list = list;
    this.acts = acts;
    this.shown = new Map();
  }

  clear() {
    this.list.replaceChildren();
    this.shown.clear();
  }

  /** Shows these messages; waiting holds "message id/data" of taps not answered yet. */
  show(messages, waiting) {
    const ids = new Set(messages.map((m) => m.message_id));
    for (const [id, entry] of this.shown) {
      if (!ids.has(id)) {
        entry.element.remove();
        this.shown.delete(id);
      }
    }
    for (const message of messages) this.one(message, waiting);
    this.days(messages);
  }

  one(message, waiting) {
    const spinning = [...waiting].filter((key) => key.startsWith(`${message.message_id}/`));
    const look = JSON.stringify([message, spinning]);
    const known = this.shown.get(message.message_id);
    if (known && known.look === look) return;
    const element = this.element(message, waiting);
    if (known) {
      const focused = known.element.contains(document.activeElement)
        ? document.activeElement.dataset.key : undefined;
      known.element.replaceWith(element);
      if (focused) element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
      element.classList.add('changed');
    } else {
      this.list.append(element);
    }
    this.shown.set(message.message_id, { element, look });
  }

  element(message, waiting) {
    const text = make('div', 'text', ...formatted(message, this.acts.command));
    const time = make('time', '', clock(message.date));
    time.dateTime = iso(message.date);
    time.title = `${iso(message.date)} (UTC)`;
    const marks = make('span', 'marks', message.edited ? 'edited ' : '', time);
    const bubble = make('div', 'bubble', text, marks);
    const author = make('span', 'unseen', message.mine ? 'You: ' : 'Bot: ');
    const item = make('li', message.mine ? 'mine' : 'theirs', author, bubble);
    item.dataset.id = message.message_id;
    item.dataset.day = day(message.date);
    const rows = message.reply_markup?.inline_keyboard || [];
    if (rows.length) {
      const keyboard = make('div', 'keyboard');
      keyboard.setAttribute('role', 'group');
      keyboard.setAttribute('aria-label', 'Buttons');
      rows.forEach((row) => keyboard.append(
        make('div', 'row', ...row.map((button) => this.button(message, button, waiting)))));
      item.append(keyboard);
    }
    return item;
  }

  button(message, button, waiting) {
    const what = kind(button);
    const made = make(what === 'url' ? 'a' : 'button', `key ${button.style || ''}`);
    made.append(make('span', 'label', button.text));
    if (ICONS[what]) made.append(icon(ICONS[what]));
    made.dataset.key = `${what}/${button.callback_data || button.text}`;
    if (what === 'url') {
      made.href = button.url;
      made.target = '_blank';
      made.rel = 'noopener noreferrer';
      return made;
    }
    made.type = 'button';
    this.wire(made, { what, message, button, waiting });
    return made;
  }

  wire(made, { what, message, button, waiting }) {
    switch (what) {
      case 'callback_data':
        if (waiting.has(`${message.message_id}/${button.callback_data}`)) {
          made.classList.add('waiting');
          made.setAttribute('aria-busy', 'true');
        }
        made.addEventListener('click', () => this.acts.tap(message.message_id, button.callback_data));
        break;
      case 'web_app':
        made.addEventListener('click', () => this.acts.webApp(button.web_app.url));
        break;
      case 'copy_text':
        made.addEventListener('click', () => this.acts.copy(button.copy_text.text));
        break;
      default:
        made.disabled = true;
    }
  }

  /** A line above the first message of each day. */
  days(messages) {
    this.list.querySelectorAll('.day').forEach((line) => line.remove());
    let before = '';
    for (const message of messages) {
      const { element } = this.shown.get(message.message_id);
      if (element.dataset.day !== before) {
        before = element.dataset.day;
        element.before(make('li', 'day', make('span', '', `${before} · UTC`)));
      }
    }
  }
}
