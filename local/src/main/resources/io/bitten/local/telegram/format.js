// Text with entities to DOM nodes. Text only ever becomes text nodes.

import { make } from './elements.js';

const TAGS = {
  bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code',
  blockquote: 'blockquote', expandable_blockquote: 'blockquote', custom_emoji: 'span',
};

function link(entity) {
  if (!/^https?:/i.test(entity.url)) return make('span', 'link');
  const a = make('a', '');
  a.href = entity.url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

function spoiler() {
  const hidden = make('button', 'spoiler');
  hidden.type = 'button';
  hidden.setAttribute('aria-label', 'Hidden text, press to show');
  hidden.addEventListener('click', () => {
    hidden.classList.add('shown');
    hidden.removeAttribute('aria-label');
  });
  return hidden;
}

function command(text, onCommand) {
  const button = make('button', 'command');
  button.type = 'button';
  button.addEventListener('click', () => onCommand(text));
  return button;
}

function wrapper(entity, text, onCommand) {
  switch (entity.type) {
    case 'text_link': return link(entity);
    case 'spoiler': return spoiler();
    case 'bot_command': return command(text, onCommand);
    case 'pre': {
      const pre = make('pre', '');
      if (entity.language) pre.dataset.language = entity.language;
      return pre;
    }
    case 'date_time': {
      const time = make('time', '');
      time.dateTime = new Date(Number(entity.unix_time) * 1000).toISOString();
      return time;
    }
    default: return make(TAGS[entity.type] || 'span', '');
  }
}

function nodes(text, entities, [from, to], onCommand) {
  const made = [];
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at) continue;
    if (entity.offset > at) made.push(text.slice(at, entity.offset));
    const inside = entities.slice(i + 1).filter((e) => e.offset < end);
    const element = wrapper(entity, text.slice(entity.offset, end), onCommand);
    element.append(...nodes(text, inside, [entity.offset, end], onCommand));
    made.push(element);
    at = end;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

/** The message's text as nodes; a tapped command is handed to onCommand. */
export function formatted(message, onCommand) {
  return nodes(message.text, message.entities || [], [0, message.text.length], onCommand);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const clock = (seconds) => CLOCK.format(new Date(seconds * 1000));
export const day = (seconds) => DAY.format(new Date(seconds * 1000));
export const iso = (seconds) => new Date(seconds * 1000).toISOString();
