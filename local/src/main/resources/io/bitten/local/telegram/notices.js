// What the page says for a moment, and what somebody must have read.

import { $ } from './elements.js';

const TOAST_MS = 3500;
let toastTimer;

export function toast(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $('toast').hidden = true; }, TOAST_MS);
}

/** What act gives; why it was refused is said, and then it is undefined. */
export async function trying(act) {
  try {
    return await act();
  } catch (refused) {
    toast(refused.message);
    return undefined;
  }
}

/** Shows what the bot answered to a tap. */
export function showAnswer(answered) {
  if (answered.url) window.open(answered.url, '_blank', 'noopener');
  if (!answered.text) return;
  if (answered.alert) {
    $('alert-text').textContent = answered.text;
    $('alert').showModal();
  } else {
    toast(answered.text);
  }
}
