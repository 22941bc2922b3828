// The list of people, and the dialog that adds one.

import * as backend from './backend.js';
import { $, make } from './elements.js';
import { clock } from './format.js';

function avatar(name, id) {
  const made = make('span', `avatar hue-${id % 7}`, [...name][0].toUpperCase());
  made.setAttribute('aria-hidden', 'true');
  return made;
}

export class People {
  constructor(list, choose) {
    Object.assign(this, { list, choose });
    $('add-person').addEventListener('click', () => $('new-person').showModal());
    $('person-cancel').addEventListener('click', () => $('new-person').close());
    $('new-person-form').addEventListener('submit', (event) => this.add(event));
  }

  show(people, chosen) {
    const focused =
      this.list.contains(document.activeElement) && document.activeElement.dataset.id;
    this.list.replaceChildren(...people.map((person) => this.row(person, chosen)));
    if (focused) this.list.querySelector(`[data-id="${focused}"]`)?.focus();
    $('no-people').hidden = people.length > 0;
  }

  row(person, chosen) {
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
    row.addEventListener('click', () => this.choose(person.id));
    return make('li', '', row);
  }

  /** The keyboard goes to the first one, or to where one is added. */
  focus() {
    (this.list.querySelector('.person') || $('add-person')).focus();
  }

  async add(event) {
    event.preventDefault();
    const id = $('person-id').value;
    try {
      const made = await backend.addPerson(
        { name: $('person-name').value, ...(id && { id: Number(id) }) });
      $('person-wrong').hidden = true;
      event.target.reset();
      $('new-person').close();
      this.choose(made.id);
    } catch (refused) {
      $('person-wrong').textContent = refused.message;
      $('person-wrong').hidden = false;
    }
  }
}
