// The story's course: the program's life and its deaths, the connection, the nights, and the calm at the end.
#include "story.h"
#include <iostream>

Story::Story(const Ea &e, uint64_t seed, bool tell) : ea(e), dice{seed * 7919 + 13}, telling(tell) {
  p_crash = pick({0, 0.0005, 0.003});
  p_file = pick({0, 0.002, 0.02});
  p_lost = pick({0, 0.1, 0.4});
  p_late = pick({0, 0.3});
  p_drop = pick({0, 0.2});
  p_refuse = pick({0, 0.1, 0.3});
  p_act = pick({0.002, 0.01});
  p_slow = pick({0, 0.5});
  p_zero = pick({0, 0.5});
  hedging = !dice.chance(0.02);
}

void Story::run() {
  counts.seeds = 1;
  terminal = this;
  foreign = strangers_position();
  start();
  long until = clock + 60000 + dice.below(120000);
  while (clock < until) tick();
  calm();
  second_attempt();
  check();
  if (!hedging) return;
  if (dice.chance(0.1)) hopeless();
  too_many_symbols();
  another_account();
  another_stack();
}

void Story::point(const char *call) {
  if (client_busy) return;
  clock += dice.below(4);
  if (!faults) return;
  if (dice.chance(p_act)) act();
  if (running && dice.chance(p_crash)) {
    counts.crashes++;
    say(std::string("crash at ") + call);
    throw Crash{};
  }
}

bool Story::fails(const char *call) {
  bool failed = faults && dice.chance(p_file);
  if (failed) counts.file_faults++;
  if (failed) say(std::string("fails: ") + call);
  return failed;
}

double Story::pick(std::vector<double> values) { return values[(size_t)dice.below((long)values.size())]; }

void Story::say(const std::string &line) {
  if (telling) std::cout << "  " << (clock - START) / 1000.0 << " " << line << "\n";
}

Job *Story::find(const std::string &id) {
  for (Job &job : jobs)
    if (job.id == id) return &job;
  return nullptr;
}

ulong Story::strangers_position() {
  deals.push_back({next_ticket + 1, next_ticket, next_ticket, 4711, "EURUSD", "by hand", true, true, 0.5, 1.2, clock});
  positions.push_back({next_ticket, 4711, "EURUSD", "by hand", true, 0.5, 1.2, 0, 0, clock, next_ticket});
  next_ticket += 2;
  return next_ticket - 2;
}

void Story::guarded(void (*call)(const Ea &)) {
  try {
    call(ea);
  } catch (const Crash &) {
    die();
  }
}

void Story::start() {
  running = true;
  counts.restarts++;
  guarded([](const Ea &e) {
    if (e.init() != INIT_SUCCEEDED) throw Crash{};
  });
}

// Whatever was not flushed is gone, or is there in part.
void Story::die() {
  running = false;
  for (auto &open : handles) {
    std::string &rest = open.second.unflushed;
    if (!rest.empty()) disk.append(open.second.path, rest.substr(0, (size_t)dice.below((long)rest.size() + 1)));
    if (!open.second.writes || !faults || !dice.chance(p_zero)) continue;
    disk.append(open.second.path, std::string((size_t)(1 + dice.below(100)), '\0'));
    counts.zeroed++;
  }
  handles.clear();
  searches.clear();
  if (faults && dice.chance(0.1) && p_drop == 0 && p_late == 0) {
    disk.remove("bitten_journal.txt");
    counts.wiped++;
    say("the journal is lost");
    forget();
  }
}

// Without its journal the program knows only what the broker shows: of epochs and of what had no effect, nothing.
void Story::forget() {
  sent_epoch = 0;
  read_results(1);
  for (Job &job : jobs) {
    if (job.effects > 0 && job.command == "open") continue;
    job.effects = 0;
    job.answered = job.answered || !job.told.empty();
    job.told.clear();
    job.sends = 0;
  }
}

void Story::restart_by_hand() {
  say("re-init");
  running = false;
  guarded([](const Ea &e) { e.deinit(0); });
  handles.clear();
  start();
}

void Story::tick() {
  clock += dice.chance(0.1) ? 3000 + dice.below(15000) : 100 + dice.below(400);
  settle_late();
  if (dice.chance(0.4)) act();
  if (!running) start();
  else if (dice.chance(0.01)) restart_by_hand();
  if (halted_at > 0 && dice.chance(0.2)) halt();
  if (dice.chance(connected && trade_allowed && login == 500123 ? 0.01 : 0.2)) weather();
  lists_catch_up();
  overnight();
  if (running) guarded([](const Ea &e) { e.timer(); });
  if (!connected) noticed = true;
}

// A broker gives a position another ticket, and a hand closes one.
void Story::overnight() {
  if (hidden_from != 0) return;
  for (size_t i = 0; i < positions.size(); i++) {
    BookPosition &p = positions[i];
    if (p.id == foreign) continue;
    if (dice.chance(0.005)) {
      p.ticket = next_ticket++;
      counts.renumbered++;
    } else if (dice.chance(0.002)) {
      deals.push_back({next_ticket, next_ticket + 1, p.id, 0, p.symbol, "", false, !p.buy, p.volume, bid, clock});
      next_ticket += 2;
      positions.erase(positions.begin() + (long)i);
      counts.by_hand++;
      return;
    }
  }
}

void Story::weather() {
  if (login != 500123) {
    login = 500123;
  } else if (!trade_allowed) {
    trade_allowed = true;
  } else if (!connected) {
    if (running && !noticed) return;
    connected = true;
    reconnected = clock;
    say("connected");
    if (dice.chance(0.5)) ask_history();
  } else if (dice.chance(0.5)) {
    connected = noticed = false;
    disconnected = clock;
    say("disconnected");
    counts.offline++;
  } else if (dice.chance(0.5)) {
    login = 77;
  } else {
    trade_allowed = false;
  }
}

// While there is no connection, and for ten seconds after, what happened since is not shown.
void Story::lists_catch_up() {
  bool loading = !connected || clock - reconnected < 10000;
  hidden_from = loading ? disconnected : 0;
}

// Everything works again, and a minute passes.
void Story::calm() {
  say("calm");
  faults = false;
  connected = true;
  trade_allowed = true;
  login = 500123;
  hidden_from = 0;
  for (int i = 0; i < 40; i++) {
    clock += 1000;
    settle_late();
    if (!running) start();
    guarded([](const Ea &e) { e.timer(); });
    read_results(1);
  }
}
