// The chat page: who is chosen, what is typed, what is shown.

import * as backend from './backend.js';
import { clock, make } from './format.js';
import { Suggestions } from './suggestions.js';
import { Thread } from './thread.js';

const $ = (id) => document.getElementById(id);
const TAP_GIVEN_UP_MS = 16000;
const TOAST_MS = 3500;
const TYPING_MS = 5200;
const RETRY_MS = 1500;
const NEAR_PX = 80;

let chosen = Number(location.hash.slice(1)) || 0;
let chat;
let version = 0;
let request = new AbortController();
let toastTimer;
let atBottom = true;
let arriving = false;
const myTaps = new Set();
const thread = new Thread($('messages'), { command: send, tap, webApp, copy });
const suggestions = new Suggestions($('suggestions'), $('text'), $('menu'), send);

function toast(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $('toast').hidden = true; }, TOAST_MS);
}

async function trying(act) {
  try {
    return await act();
  } catch (refused) {
    toast(refused.message);
    return undefined;
  }
}

function choose(id) {
  chosen = id;
  chat = undefined;
  thread.clear();
  history.replaceState(null, '', id ? `#${id}` : location.pathname);
  document.body.dataset.view = id ? 'thread' : 'list';
  suggestions.hide();
  arriving = true;
  refresh();
}

/**
 * The keyboard goes where the view begins that was chosen, or that lost the button it was at. A
 * phone's own keyboard stays down.
 */
function arrive() {
  if (!arriving || (chosen && !chat)) return;
  arriving = false;
  const writes = matchMedia('(pointer: fine)').matches ? $('text') : $('scroll');
  if (chosen) [$('start'), $('unblock'), writes].find((it) => it.checkVisibility()).focus();
  else ($('people').querySelector('.person') || $('add-person')).focus();
}

function refresh() {
  version = 0;
  request.abort();
}

async function send(text) {
  if (!text.trim()) return false;
  const said = await trying(() => backend.say(chosen, text));
  toBottom();
  return said !== undefined;
}

async function tap(message, data) {
  const made = await trying(() => backend.tap(chosen, message, data));
  if (made) {
    myTaps.add(made.id);
    setTimeout(refresh, TAP_GIVEN_UP_MS);
  }
}

async function webApp(url) {
  const page = window.open('about:blank');
  const launch = await trying(() => backend.open(chosen, url));
  if (page && launch) {
    page.opener = null;
    page.location.replace(launch.url);
  }
}

async function copy(text) {
  const copied = await trying(async () => {
    await navigator.clipboard.writeText(text);
    return true;
  });
  if (copied) toast(`Copied: ${text}`);
}

function avatar(name, id) {
  const made = make('span', `avatar hue-${id % 7}`, [...name][0].toUpperCase());
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function personRow(person) {
  const row = make('button', 'person');
  row.type = 'button';
  row.dataset.id = person.id;
  const last = person.last;
  const said = last ? `${last.mine ? 'You: ' : ''}${last.text}` : 'Not started';
  row.append(
    avatar(person.first_name, person.id),
    make('span', 'name', person.first_name),
    make('time', 'when', last ? clock(last.date) : ''),
    make('span', 'last', said));
  if (person.id === chosen) row.setAttribute('aria-current', 'true');
  row.addEventListener('click', () => choose(person.id));
  return make('li', '', row);
}

function showPeople(people) {
  const focused = $('people').contains(document.activeElement) && document.activeElement.dataset.id;
  $('people').replaceChildren(...people.map(personRow));
  if (focused) $('people').querySelector(`[data-id="${focused}"]`)?.focus();
  $('no-people').hidden = people.length > 0;
}

function nearBottom() {
  const box = $('scroll');
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
}

function toBottom() {
  atBottom = true;
  $('scroll').scrollTop = $('scroll').scrollHeight;
  $('jump').hidden = true;
}

function showChat(now) {
  const first = chat === undefined;
  const stay = !first && !atBottom;
  const grown = !first && now.messages.length > chat.messages.length;
  chat = now;
  const waiting = new Set(now.taps.filter((t) => t.state === 'pending')
    .map((t) => `${t.message_id}/${t.data}`));
  thread.show(now.messages, waiting);
  if (!stay) toBottom();
  else if (grown) $('jump').hidden = false;
  now.taps.filter((t) => t.state === 'answered' && myTaps.delete(t.id)).forEach(showAnswer);
  suggestions.commands(now.commands, now.menu_button);
  if (now.busy) setTimeout(refresh, TYPING_MS);
  $('subtitle').textContent = now.busy ? 'typing…' : `bot · you are ${now.first_name}`;
}

function showAnswer(answered) {
  if (answered.url) window.open(answered.url, '_blank', 'noopener');
  if (!answered.text) return;
  if (answered.alert) {
    $('alert-text').textContent = answered.text;
    $('alert').showModal();
  } else {
    toast(answered.text);
  }
}

function showFoot() {
  const open = chat !== undefined;
  const blocked = open && chat.reach === 'blocked';
  const fresh = open && chat.reach === 'unknown';
  $('foot').hidden = !open;
  $('start').hidden = !fresh;
  $('unblock').hidden = !blocked;
  $('composer').hidden = !open || blocked || fresh;
  $('block').hidden = !open || blocked || fresh;
  $('nobody').hidden = open;
  $('fresh').hidden = !fresh;
}

function show(state) {
  const before = document.activeElement;
  version = state.version;
  $('bot-name').textContent = state.bot.first_name;
  $('alert-title').textContent = state.bot.first_name;
  $('bot-avatar').textContent = [...state.bot.first_name][0];
  document.title = `${state.bot.first_name} · Simulated Telegram`;
  showPeople(state.people);
  if (state.chat && state.chat.id === chosen) showChat(state.chat);
  else $('subtitle').textContent = '';
  showFoot();
  if (!before.checkVisibility()) arriving = true;
  arrive();
}

async function follow() {
  for (;;) {
    request = new AbortController();
    try {
      show(await backend.state(version, chosen, request.signal));
    } catch (lost) {
      if (lost.name !== 'AbortError') {
        $('subtitle').textContent = 'The simulator does not answer, trying again…';
        version = 0;
        await new Promise((resume) => { setTimeout(resume, RETRY_MS); });
      }
    }
  }
}

$('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = $('text').value;
  suggestions.hide();
  if (await send(text)) $('text').value = '';
  $('text').focus();
});
$('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('composer').requestSubmit();
  }
});
$('scroll').addEventListener('scroll', () => {
  atBottom = nearBottom();
  if (atBottom) $('jump').hidden = true;
});
new ResizeObserver(() => { if (atBottom) toBottom(); }).observe($('scroll'));
$('jump').addEventListener('click', toBottom);
$('back').addEventListener('click', () => choose(0));
$('start').addEventListener('click', () => send('/start'));
$('block').addEventListener('click', () => trying(() => backend.block(chosen)));
$('unblock').addEventListener('click', () => trying(() => backend.unblock(chosen)));
$('menu').addEventListener('click', () => {
  const url = chat?.menu_button.web_app?.url;
  if (url) webApp(url);
  else suggestions.toggle();
});
$('add-person').addEventListener('click', () => $('new-person').showModal());
$('person-cancel').addEventListener('click', () => $('new-person').close());
$('new-person-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const id = $('person-id').value;
  try {
    const made = await backend.addPerson(
      { name: $('person-name').value, ...(id && { id: Number(id) }) });
    $('person-wrong').hidden = true;
    event.target.reset();
    $('new-person').close();
    choose(made.id);
  } catch (refused) {
    $('person-wrong').textContent = refused.message;
    $('person-wrong').hidden = false;
  }
});
addEventListener('hashchange', () => {
  const id = Number(location.hash.slice(1)) || 0;
  if (id !== chosen) choose(id);
});
document.body.dataset.view = chosen ? 'thread' : 'list';
follow();
