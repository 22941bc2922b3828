// The page's own API on the simulator that serves it.

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || `HTTP ${response.status}`);
  return body;
}

const WAIT_SECONDS = 20;

/** The people and one chat; waits for a change when a version is given. */
export async function state(version, chat, signal) {
  const query = new URLSearchParams({ version, wait: version ? WAIT_SECONDS : 0, chat });
  return answer(await fetch(`api/state?${query}`, { signal }));
}

async function post(path, body) {
  return answer(await fetch(`api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

export const addPerson = (person) => post('people', person);
export const say = (chat, text) => post(`chats/${chat}/say`, { text });
export const tap = (chat, message, data) =>
  post(`chats/${chat}/tap`, { message_id: message, callback_data: data });
export const open = (chat, url) => post(`chats/${chat}/open`, { url });
export const block = (chat) => post(`chats/${chat}/block`, {});
export const unblock = (chat) => post(`chats/${chat}/unblock`, {});
