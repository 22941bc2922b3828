// Cases that end a story: each is played out alone, once everything works again.
#include "story.h"

// A requote proves that nothing was done: the next attempt comes with the same magic and another id.
void Story::second_attempt() {
  if (!hedging) return;
  if (halted_at > 0) halt();
  long magic = next_magic++;
  requotes = 1;
  const std::string id = order_id(jobs.size());
  last_order = id + "-2";
  std::string first = attempt({id, ACCOUNT, magic, 1000000}), second = attempt({id + "-2", ACCOUNT, magic, 1000000});
  if (first != "rejected" || second != "filled")
    throw Broken{"a requote is told as " + first + ", and the attempt after it as " + second};
}

// The numbers of a magic begin anew with another store of orders: one that another order has is refused, and nothing is sent.
void Story::another_stack() {
  const long magic = find(last_order)->magic;
  refused({order_id(jobs.size()), ACCOUNT, magic, 1000000}, "MAGIC_REUSED");
  running = false;
  guarded([](const Ea &e) { e.deinit(0); });
  handles.clear();
  disk.remove("bitten_journal.txt");
  start();
  for (int i = 0; i < 20; i++) timer();
  const Job other = refused({order_id(jobs.size()), ACCOUNT, magic, 1000000}, "MAGIC_REUSED");
  for (int i = 0; i < 2; i++) {
    jobs.back().told.clear();
    std::string again = ask(jobs.back());
    if (again != "rejected") throw Broken{other.id + " is told as rejected and then as " + again};
  }
  running = false;
  guarded([](const Ea &e) { e.deinit(0); });
  handles.clear();
  start();
}

Job Story::refused(const Attempt &attempt_, const std::string &code) {
  std::string status = attempt(attempt_);
  if (status != "rejected" || jobs.back().sends > 0 || field(jobs.back().told.back().text, "code") != code)
    throw Broken{jobs.back().id + " is told as " + status + ", not refused with " + code};
  return jobs.back();
}

void Story::too_many_symbols() {
  market_watch = 1001;
  Job job;
  job.command = "symbols";
  job.id = "0SYMBOLS";
  job.account = ACCOUNT;
  job.expiry = clock + 60000;
  compose(job);
  jobs.push_back(job);
  ask(jobs.back());
  const std::string text = jobs.back().told.empty() ? "" : jobs.back().told.back().text;
  if (field(text, "complete") != "false" || field(text, "code") != "TOO_MANY") throw Broken{"a list of symbols is cut: " + text.substr(0, 300)};
  market_watch = 1;
}

// Another account has its own magics and epochs.
void Story::another_account() {
  std::vector<BookPosition> held = positions;
  std::vector<BookDeal> done = deals;
  std::set<ulong> seen = orders_seen;
  positions.clear();
  deals.clear();
  orders_seen.clear();
  login = 77;
  for (int i = 0; i < 20; i++) timer();
  std::string status = attempt({order_id(jobs.size()), "77@Demo-Server", find(last_order)->magic, 1});
  if (status != "filled") throw Broken{"a magic and an epoch of another account stand against an order, which is told as " + status};
  login = 500123;
  positions = held;
  deals = done;
  orders_seen = seen;
  for (int i = 0; i < 20; i++) timer();
}

// A stop that cannot be put on and a position that cannot be closed, for ten minutes: the broker is not asked without end.
void Story::hopeless() {
  BookPosition *ours = nullptr;
  for (BookPosition &p : positions)
    if (p.comment == last_order) ours = &p;
  if (ours == nullptr) return;
  ours->sl = 0;
  ours->shown_at = 0;
  broken_market = true;
  requests_sent = 0;
  connected = false;
  for (int i = 0; i < 30; i++) timer();
  if (requests_sent > 0) throw Broken{"a position is mended without a connection"};
  connected = true;
  for (int i = 0; i < 600; i++) timer();
  if (requests_sent > 80) throw Broken{"a position that cannot be mended was tried with " + std::to_string(requests_sent) + " requests in ten minutes"};
  if (requests_sent < 8) throw Broken{"a position that cannot be mended was given up"};
  broken_market = false;
  for (int i = 0; i < 70; i++) timer();
  for (const BookPosition &p : positions)
    if (p.comment == last_order && p.sl <= 0) throw Broken{"a position that can be mended again was not"};
}

void Story::timer() {
  clock += 1000;
  if (!running) start();
  guarded([](const Ea &e) { e.timer(); });
}

std::string Story::attempt(const Attempt &wanted) {
  Job job;
  job.command = "open";
  job.id = wanted.id;
  job.account = wanted.account;
  job.epoch = wanted.epoch;
  job.expiry = clock + 60000;
  job.magic = wanted.magic;
  job.lot = 0.01;
  job.sl = 1.09000;
  job.tp = 1.12000;
  compose(job);
  jobs.push_back(job);
  return ask(jobs.back());
}

std::string Story::ask(Job &job) {
  place(job);
  for (int i = 0; i < 10 && job.told.empty(); i++) {
    timer();
    read_results(1);
  }
  return job.told.empty() ? "nothing" : job.told.back().status;
}
