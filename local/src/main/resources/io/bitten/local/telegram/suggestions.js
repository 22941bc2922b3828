// The bot's command menu: opened by the menu button, filtered while a command is typed.

import { make } from './elements.js';

export class Suggestions {
  constructor(box, field, button, choose) {
    Object.assign(this, { box, field, button, choose, all: [] });
    field.addEventListener('input', () => this.typed());
    field.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowUp' && !box.hidden) this.focus(event, box.lastElementChild);
      if (event.key === 'ArrowDown' && !box.hidden) this.focus(event, box.firstElementChild);
      if (event.key === 'Escape') this.hide();
    });
    box.addEventListener('keydown', (event) => this.moved(event));
  }

  /** The commands this chat offers, and what the menu button is. */
  commands(all, menuButton) {
    this.all = all;
    this.button.hidden = menuButton.type !== 'web_app' && all.length === 0;
    this.button.textContent = menuButton.text || 'Menu';
  }

  typed() {
    const text = this.field.value;
    if (!/^\/[a-z0-9_]*$/i.test(text)) return this.hide();
    return this.show(this.all.filter((c) => c.command.startsWith(text.slice(1).toLowerCase())));
  }

  toggle() {
    if (this.box.hidden) {
      this.show(this.all);
      this.box.firstElementChild?.focus();
    } else {
      this.hide();
    }
  }

  show(commands) {
    this.box.replaceChildren(...commands.map((c) => this.row(c)));
    this.box.hidden = commands.length === 0;
    this.button.setAttribute('aria-expanded', String(!this.box.hidden));
  }

  hide() {
    this.box.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  row({ command, description }) {
    const row = make('button', 'suggestion',
      make('span', 'name', `/${command}`), make('span', 'about', description));
    row.type = 'button';
    row.addEventListener('click', () => {
      this.hide();
      this.field.value = '';
      this.choose(`/${command}`);
      this.field.focus();
    });
    return row;
  }

  moved(event) {
    const at = document.activeElement;
    if (event.key === 'ArrowDown') this.focus(event, at.nextElementSibling || this.field);
    if (event.key === 'ArrowUp') this.focus(event, at.previousElementSibling || this.field);
    if (event.key === 'Escape') {
      this.hide();
      this.focus(event, this.field);
    }
  }

  focus(event, element) {
    event.preventDefault();
    element.focus();
  }
}
