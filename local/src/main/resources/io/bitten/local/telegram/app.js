// The chat page: who is chosen, what is typed, what is shown.

import * as backend from './backend.js';
import { $ } from './elements.js';
import { showAnswer, toast, trying } from './notices.js';
import { People } from './people.js';
import { Scroll } from './scroll.js';
import { Suggestions } from './suggestions.js';
import { Thread } from './thread.js';

const TAP_GIVEN_UP_MS = 16000;
const TYPING_MS = 5200;
const RETRY_MS = 1500;

let chosen = Number(location.hash.slice(1)) || 0;
let chat;
let version = 0;
let request = new AbortController();
let arriving = false;
const myTaps = new Set();
const thread = new Thread($('messages'), { command: send, tap, webApp, copy });
const scroll = new Scroll($('scroll'), $('jump'));
const people = new People($('people'), choose);
const suggestions = new Suggestions($('suggestions'), $('text'), $('menu'), send);

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
  else people.focus();
}

function refresh() {
  version = 0;
  request.abort();
}

async function send(text) {
  if (!text.trim()) return false;
  const said = await trying(() => backend.say(chosen, text));
  scroll.toBottom();
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

function showChat(now) {
  const first = chat === undefined;
  const stay = !first && !scroll.atBottom;
  const grown = !first && now.messages.length > chat.messages.length;
  chat = now;
  const waiting = new Set(now.taps.filter((t) => t.state === 'pending')
    .map((t) => `${t.message_id}/${t.data}`));
  thread.show(now.messages, waiting);
  if (!stay) scroll.toBottom();
  else if (grown) $('jump').hidden = false;
  now.taps.filter((t) => t.state === 'answered' && myTaps.delete(t.id)).forEach(showAnswer);
  suggestions.commands(now.commands, now.menu_button);
  if (now.busy) setTimeout(refresh, TYPING_MS);
  $('subtitle').textContent = now.busy ? 'typing…' : `bot · you are ${now.first_name}`;
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
  people.show(state.people, chosen);
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
$('back').addEventListener('click', () => choose(0));
$('start').addEventListener('click', () => send('/start'));
$('block').addEventListener('click', () => trying(() => backend.block(chosen)));
$('unblock').addEventListener('click', () => trying(() => backend.unblock(chosen)));
$('menu').addEventListener('click', () => {
  const url = chat?.menu_button.web_app?.url;
  if (url) webApp(url);
  else suggestions.toggle();
});
addEventListener('hashchange', () => {
  const id = Number(location.hash.slice(1)) || 0;
  if (id !== chosen) choose(id);
});
document.body.dataset.view = chosen ? 'thread' : 'list';
follow();
