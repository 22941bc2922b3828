// Thousands of stories of one Expert Advisor, a client, a terminal and a broker, with faults at every call.
//   sim [--seeds N] [--seed K] [--ea NAME] [--tell] [--json]
// One seed is one story, the same each time. Exit 0 when every invariant held in all of them, else 1.
#include "terminal.h"
#include <iostream>
#include <algorithm>
#include <cstring>

namespace {
const char *ACCOUNT = "500123@Demo-Server";
const long MAGIC = 1099511627776;
const long START = 1704189600000;

struct Crash {};

struct Broken {
  std::string what;
};

// An order's id: sixteen of A-Z and 2-7, as the relay makes them.
std::string order_id(size_t number) {
  std::string id = "ORDERAAAAAAAAAAA";
  for (size_t at = id.size() - 1; number > 0; number /= 26) id[at--] = (char)('A' + number % 26);
  return id;
}

// Without the number of its attempt.
std::string base(const std::string &id) { return id.substr(0, id.find('-')); }

struct Dice {
  uint64_t state;
  uint64_t next() {
    uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  long below(long n) { return (long)(next() % (uint64_t)n); }
  bool chance(double p) { return (double)(next() >> 11) / 9007199254740992.0 < p; }
};

struct Counts {
  long seeds = 0, requests = 0, crashes = 0, restarts = 0, sent = 0, filled = 0, rejected = 0, unknown = 0, success = 0;
  long lost_replies = 0, late = 0, partial = 0, stops_dropped = 0, duplicates = 0, withdrawn = 0, damaged = 0, file_faults = 0, offline = 0, wiped = 0, zeroed = 0, renumbered = 0, by_hand = 0;
  void add(const Counts &o) {
    const long *from = &o.seeds;
    long *to = &seeds;
    for (size_t i = 0; i < sizeof(Counts) / sizeof(long); i++) to[i] += from[i];
  }
};

struct MemoryFiles : Files {
  std::map<std::string, std::string> all;
  bool exists(const std::string &path) override { return all.count(path) > 0; }
  bool load(const std::string &path, std::string &text) override {
    if (!exists(path)) return false;
    text = all[path];
    return true;
  }
  bool create(const std::string &path) override { all[path] = ""; return true; }
  bool append(const std::string &path, const std::string &text) override { all[path] += text; return true; }
  bool remove(const std::string &path) override { return all.erase(path) > 0; }
  bool move(const std::string &from, const std::string &to, bool rewrite) override {
    if (!exists(from) || (exists(to) && !rewrite)) return false;
    all[to] = all[from];
    all.erase(from);
    return true;
  }
  std::vector<std::string> list(const std::string &folder) override {
    std::vector<std::string> names;
    for (auto it = all.lower_bound(folder + "/"); it != all.end() && it->first.compare(0, folder.size() + 1, folder + "/") == 0; ++it)
      names.push_back(it->first.substr(folder.size() + 1));
    return names;
  }
};

uint32_t crc32(const std::string &text) {
  uint32_t crc = 0xFFFFFFFFu;
  for (char c : text) {
    crc ^= (uint8_t)c;
    for (int i = 0; i < 8; i++) crc = (crc & 1) ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}

// The text of "name":value in flat JSON, without quotes.
std::string field(const std::string &json, const std::string &name) {
  size_t at = json.find("\"" + name + "\":");
  if (at == std::string::npos) return "";
  at += name.size() + 3;
  bool quoted = json[at] == '"';
  size_t end = quoted ? json.find('"', at + 1) : json.find_first_of(",}", at);
  return quoted ? json.substr(at + 1, end - at - 1) : json.substr(at, end - at);
}

struct Told {
  std::string status, text;
};

struct Job {
  std::string id, command, text, account;
  long magic = 0, expiry = 0, epoch = 0, argument = 0;
  double lot = 0, sl = 0, tp = 0;
  bool damaged = false, withdrawn = false, answered = false;
  int placed = 0, sends = 0, effects = 0;
  ulong ticket = 0;
  double volume = 0;
  std::vector<Told> told;
};

class Story : public Terminal {
  const Ea &ea;
  Dice dice;
  MemoryFiles disk;
  std::vector<Job> jobs;
  long clock = START, halted_at = 0, sent_epoch = 0, next_magic = MAGIC + 1;
  bool running = false, faults = true, client_busy = false, telling;
  double p_crash, p_file, p_lost, p_late, p_drop, p_refuse, p_act, p_slow, p_zero;
  std::map<ulong, double> stops_asked; // of our positions, by ticket
  ulong foreign = 0;

public:
  Counts counts;

  Story(const Ea &e, uint64_t seed, bool tell) : ea(e), dice{seed * 7919 + 13}, telling(tell) {
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

  void run() {
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

  Files &files() override { return disk; }
  long now_ms() override { return clock; }
  void wait(long ms) override { clock += ms; settle_late(); }

  void point(const char *call) override {
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

  bool fails(const char *call) override {
    bool failed = faults && dice.chance(p_file);
    if (failed) counts.file_faults++;
    if (failed) say(std::string("fails: ") + call);
    return failed;
  }

  Fate fate(const MqlTradeRequest &r) override {
    Fate f;
    bool entry = r.action == TRADE_ACTION_DEAL && r.position == 0;
    static const std::vector<uint> doubtful = {10008, 10011, 10012, 10028, 10031, 0};
    static const std::vector<uint> refusals = {10004, 10006, 10014, 10016, 10018, 10019, 10020, 10021, 10024, 10029, 10036};
    if (entry && requotes > 0) {
      requotes--;
      f.executes = false;
      f.retcode = 10004;
      return f;
    }
    if (broken_market) {
      f.executes = false;
      f.retcode = 10018;
      return f;
    }
    if (!faults) return f;
    if (r.action == TRADE_ACTION_SLTP && dice.chance(p_slow)) f.shown_ms = dice.below(600);
    if (dice.chance(p_refuse) || (r.action == TRADE_ACTION_SLTP && dice.chance(p_refuse))) {
      f.executes = false;
      f.retcode = refusals[(size_t)dice.below((long)refusals.size())];
      return f;
    }
    if (dice.chance(p_lost)) {
      f.retcode = doubtful[(size_t)dice.below((long)doubtful.size())];
      f.executes = dice.chance(0.6);
      counts.lost_replies++;
    }
    if (!connected) {
      f.retcode = 10031;
      f.executes = dice.chance(0.3);
    }
    if (entry && f.executes && dice.chance(p_late)) {
      f.delay_ms = 50 + dice.below(10000);
      if (dice.chance(0.7)) f.retcode = doubtful[(size_t)dice.below((long)doubtful.size())];
      counts.late++;
    }
    if (entry && f.executes && dice.chance(0.1) && r.volume > 0.02) {
      f.share = 0.5;
      if (f.retcode == 10009) f.retcode = 10010;
      counts.partial++;
    }
    if (f.executes && dice.chance(p_drop)) {
      f.keeps_stop = false;
      counts.stops_dropped++;
    }
    return f;
  }

  void sent(const MqlTradeRequest &r, const Fate &f) override {
    say("OrderSend " + r.comment.str() + " " + std::to_string(r.action) + " position " + std::to_string(r.position) + " -> "
        + std::to_string(f.retcode) + (f.executes ? " executes" : " nothing") + (f.delay_ms ? " later" : ""));
    requests_sent++;
    if (r.position == foreign) throw Broken{"a foreign position was touched"};
    const BookPosition *held = r.position != 0 ? position(r.position) : nullptr;
    if (r.comment == string("NOSTOP") && held != nullptr && held->sl > 0) throw Broken{"a position with a stop was closed for want of one"};
    if (r.action != TRADE_ACTION_DEAL || r.position != 0) return;
    counts.sent++;
    Job *job = find(r.comment.str());
    if (job == nullptr) throw Broken{"an entry nobody asked for"};
    if (++job->sends > 1) throw Broken{job->id + " was sent twice"};
    if (job->damaged) throw Broken{job->id + " was sent though its request is damaged"};
    if (clock > job->expiry + 200) throw Broken{job->id + " was sent after its expiry"};
    if (job->account == ACCOUNT && job->epoch < sent_epoch) throw Broken{job->id + " was sent with an epoch older than one sent before"};
    if (halted_at > 0 && clock > halted_at + 200) throw Broken{job->id + " was sent under a halt"};
    if (std::to_string(login) + "@Demo-Server" != job->account) throw Broken{job->id + " was sent to another account"};
    if (!hedging) throw Broken{job->id + " was sent to a netting account"};
    if (r.sl <= 0) throw Broken{job->id + " was sent without a stop"};
    if ((long)r.magic != job->magic || job->magic <= MAGIC || job->magic >= 2 * MAGIC) throw Broken{job->id + " was sent with a magic not ours"};
    if (disk.all["bitten_journal.txt"].find("\nI," + job->id + ",") == std::string::npos) throw Broken{job->id + " was sent before it was in the journal"};
    if (std::abs(r.volume - job->lot) > 1e-9 || std::abs(r.sl - job->sl) > 1e-9) throw Broken{job->id + " was sent with other numbers"};
    if (job->account == ACCOUNT) sent_epoch = job->epoch;
  }

  void executed(const MqlTradeRequest &r, ulong ticket) override {
    Job *job = find(r.comment.str());
    if (job != nullptr) job->effects++;
    if (r.action == TRADE_ACTION_DEAL && r.position == 0) {
      if (orders_seen.count(r.magic)) throw Broken{"two entries of magic " + std::to_string(r.magic)};
      stops_asked[ticket] = r.sl;
      if (job != nullptr) job->ticket = ticket;
    }
  }

private:
  double pick(std::vector<double> values) { return values[(size_t)dice.below((long)values.size())]; }

  void say(const std::string &line) {
    if (telling) std::cout << "  " << (clock - START) / 1000.0 << " " << line << "\n";
  }

  Job *find(const std::string &id) {
    for (Job &job : jobs)
      if (job.id == id) return &job;
    return nullptr;
  }

  ulong strangers_position() {
    deals.push_back({next_ticket + 1, next_ticket, next_ticket, 4711, "EURUSD", "by hand", true, true, 0.5, 1.2, clock});
    positions.push_back({next_ticket, 4711, "EURUSD", "by hand", true, 0.5, 1.2, 0, 0, clock, next_ticket});
    next_ticket += 2;
    return next_ticket - 2;
  }

  //--- the program's life
  void guarded(void (*call)(const Ea &)) {
    try {
      call(ea);
    } catch (const Crash &) {
      die();
    }
  }

  void start() {
    running = true;
    counts.restarts++;
    guarded([](const Ea &e) {
      if (e.init() != INIT_SUCCEEDED) throw Crash{};
    });
  }

  // Whatever was not flushed is gone, or is there in part.
  void die() {
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
  void forget() {
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

  void restart_by_hand() {
    say("re-init");
    running = false;
    guarded([](const Ea &e) { e.deinit(0); });
    handles.clear();
    start();
  }

  void tick() {
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
  void overnight() {
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

  long reconnected = START, disconnected = 0;
  bool noticed = false; // that the connection was gone; a drop between two looks of the program changes no list

  void weather() {
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
  void lists_catch_up() {
    bool loading = !connected || clock - reconnected < 10000;
    hidden_from = loading ? disconnected : 0;
  }

  // Everything works again, and a minute passes.
  void calm() {
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

  struct Attempt {
    std::string id, account;
    long magic, epoch;
  };

  // A requote proves that nothing was done: the next attempt comes with the same magic and another id.
  int requotes = 0;
  std::string last_order; // the order that ends the story

  void second_attempt() {
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
  void another_stack() {
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

  Job refused(const Attempt &attempt_, const std::string &code) {
    std::string status = attempt(attempt_);
    if (status != "rejected" || jobs.back().sends > 0 || field(jobs.back().told.back().text, "code") != code)
      throw Broken{jobs.back().id + " is told as " + status + ", not refused with " + code};
    return jobs.back();
  }

  void too_many_symbols() {
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
  void another_account() {
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
  bool broken_market = false;
  long requests_sent = 0;

  void hopeless() {
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

  void timer() {
    clock += 1000;
    if (!running) start();
    guarded([](const Ea &e) { e.timer(); });
  }

  std::string attempt(const Attempt &wanted) {
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

  std::string ask(Job &job) {
    place(job);
    for (int i = 0; i < 10 && job.told.empty(); i++) {
      timer();
      read_results(1);
    }
    return job.told.empty() ? "nothing" : job.told.back().status;
  }

  //--- the client
  void act() {
    client_busy = true;
    long what = dice.below(20);
    if (what < 7) place_new();
    else if (what < 9) place_again();
    else if (what < 11) withdraw();
    else if (what < 12) halt();
    else read_results(0.5);
    client_busy = false;
  }

  void ask_history() { place_new(16); }

  void place_new() { place_new(dice.below(20)); }

  void place_new(long kind) {
    Job job;
    job.command = kind < 11 ? "open" : kind < 13 ? "close" : kind < 14 ? "modify" : kind < 15 ? "close_all" : kind < 16 ? "positions" : kind < 18 ? "history" : kind < 19 ? "account" : "symbols";
    job.id = job.command == "open" ? order_id(jobs.size()) : "0X" + std::to_string(jobs.size());
    job.account = ACCOUNT;
    job.epoch = dice.chance(0.1) ? 1 + dice.below(3) : 3 + (clock - START) / 60000;
    job.expiry = clock + (dice.chance(0.15) ? dice.below(1500) : 4000 + dice.below(40000));
    job.magic = next_magic++;
    if (dice.chance(0.02)) job.magic = 20250626;
    if (dice.chance(0.1) && !jobs.empty() && jobs.back().command == "open" && jobs.back().magic > MAGIC) {
      job.magic = jobs.back().magic;
      if (job.command == "open" && dice.chance(0.5) && jobs.back().id.find('-') == std::string::npos) job.id = jobs.back().id + "-2";
    }
    job.lot = 0.01 * (double)(1 + dice.below(9));
    job.sl = dice.chance(0.02) ? 0 : 1.09000;
    job.tp = 1.12000;
    if (job.command == "close" || job.command == "modify") aim(job);
    compose(job);
    if (dice.chance(0.03)) {
      job.damaged = true;
      job.text[10 + (size_t)dice.below((long)job.text.size() - 20)] ^= 1;
      counts.damaged++;
    }
    counts.requests++;
    jobs.push_back(job);
    place(jobs.back());
  }

  void compose(Job &job) {
    char body[400];
    snprintf(body, sizeof body, "BITTEN1,%s,%ld,%ld,%s,%ld,20,%ld,%s,EURUSD,%s,%.2f,0,%.5f,%.5f", job.command.c_str(), job.expiry, job.epoch,
             job.account.c_str(), job.magic, job.argument, job.id.c_str(), job.command == "open" ? "BUY" : "NONE", job.lot, job.tp, job.sl);
    char crc[20];
    snprintf(crc, sizeof crc, ",%08X\n", crc32(body));
    job.text = std::string(body) + crc;
  }

  void aim(Job &job) {
    const BookPosition &target = positions[(size_t)dice.below((long)positions.size())];
    job.argument = (long)target.id;
    job.magic = target.magic;
    if (dice.chance(0.3)) job.lot = 0;
    job.sl = 1.0 + 0.0001 * (double)dice.below(900);
  }

  void place(Job &job) {
    std::string path = "bitten_instructions/" + job.id + ".txt";
    if (disk.exists(path) || job.withdrawn) return;
    disk.all[path] = job.text;
    job.placed++;
    say("placed " + job.id + " " + job.command);
  }

  void place_again() {
    if (jobs.empty()) return;
    Job &job = jobs[jobs.size() - 1 - (size_t)dice.below(std::min<long>(5, (long)jobs.size()))];
    place(job);
    counts.duplicates++;
  }

  // Whoever moves the file first has it: taken back is proof that it is not carried out.
  void withdraw() {
    if (jobs.empty()) return;
    Job &job = jobs[jobs.size() - 1 - (size_t)dice.below(std::min<long>(3, (long)jobs.size()))];
    if (job.placed != 1 || !disk.remove("bitten_instructions/" + job.id + ".txt")) return;
    if (job.sends > 0) throw Broken{job.id + " was carried out without being claimed"};
    job.withdrawn = true;
    counts.withdrawn++;
    say("withdrew " + job.id);
  }

  void halt() {
    if (halted_at > 0) disk.remove("bitten_halt.flag");
    else disk.all["bitten_halt.flag"] = "";
    halted_at = halted_at > 0 ? 0 : clock;
    say(halted_at > 0 ? "halt" : "halt lifted");
  }

  void read_results(double share) {
    for (const std::string &name : disk.list("bitten_results")) {
      if (name.size() < 6 || name.substr(name.size() - 5) != ".json" || !dice.chance(share)) continue;
      Job *job = find(name.substr(0, name.size() - 5));
      std::string text = disk.all["bitten_results/" + name];
      if (job == nullptr || text.empty() || text.back() != '\n') throw Broken{"a result that is none: " + name};
      say("result " + text.substr(0, text.size() - 1));
      job->told.push_back({field(text, "status"), text});
      disk.remove("bitten_results/" + name);
    }
  }

  //--- what must hold
  void check() {
    for (Job &job : jobs) {
      if (job.withdrawn && job.sends > 0) throw Broken{job.id + " was carried out though it was taken back"};
      if (!job.withdrawn && !job.answered && job.told.empty()) throw Broken{job.id + " never got a result"};
      for (const Told &told : job.told) check(job, told);
    }
    for (const char *folder : {"bitten_instructions", "bitten_work"})
      if (!disk.list(folder).empty()) throw Broken{std::string(folder) + " is not empty"};
    for (const BookPosition &p : positions)
      if (stops_asked.count(p.id) && p.sl <= 0) throw Broken{"position " + std::to_string(p.ticket) + " has no stop"};
  }

  void check(const Job &job, const Told &told) {
    if (told.status == "filled") counts.filled++;
    if (told.status == "rejected") counts.rejected++;
    if (told.status == "unknown") counts.unknown++;
    if (told.status == "success") counts.success++;
    if (told.status == "rejected" && job.effects > 0) throw Broken{job.id + " is told as rejected and was carried out"};
    if (told.status == "filled" && job.command != "open") throw Broken{job.id + " is told as filled and opens nothing"};
    if (told.status == "filled") check_fill(job, told.text);
    if (field(told.text, "code") == "POSITION_CLOSED" && position((ulong)job.argument) != nullptr) throw Broken{job.id + " is told that its position is closed"};
    if (told.status != "success") {
      if (told.status != "rejected" && told.status != "unknown" && told.status != "filled") throw Broken{job.id + " has no status: " + told.text};
      return;
    }
    if (job.command == "open") throw Broken{job.id + " opens and is told as success"};
    if (job.command == "close" && !ended(job)) throw Broken{job.id + " is told as closed, and nothing closed"};
    if (field(told.text, "complete") == "true") check_list(job, told.text);
  }

  bool ended(const Job &job) {
    for (const BookDeal &d : deals)
      if (!d.in && (long)d.position == job.argument) return true;
    return false;
  }

  void check_fill(const Job &job, const std::string &text) {
    double volume = 0;
    for (const BookDeal &d : deals)
      if (d.in && d.magic == job.magic && base(d.comment) == base(job.id) && std::to_string(d.position) == field(text, "ticket")) volume += d.volume;
    if (volume <= 0) throw Broken{job.id + " is told as filled, and the broker has no such deal"};
    if (std::stod(field(text, "volume")) > volume + 1e-6) throw Broken{job.id + " is told with more volume than was filled"};
  }

  // A list that is told as complete holds everything that was there two seconds before.
  void check_list(const Job &job, const std::string &text) {
    if (job.command != "history" || text.find("\"deals\":[") == std::string::npos) return;
    std::string stamp = field(text, "gmt_time");
    struct tm parts {};
    strptime(stamp.c_str(), "%Y.%m.%d %H:%M:%S", &parts);
    long told_at = timegm(&parts) * 1000;
    for (const BookDeal &d : deals) {
      bool told = text.find("{\"ticket\":" + std::to_string(d.ticket) + ",") != std::string::npos;
      if (told && d.position == foreign) throw Broken{job.id + " tells a foreign deal"};
      if (d.position != foreign && d.at < told_at - 2000 && !told)
        throw Broken{job.id + " is told as the complete history and lacks deal " + std::to_string(d.ticket)};
    }
  }
};

// Plays one story; what broke, or nothing.
std::string play(const Ea &ea, uint64_t seed, bool tell, Counts &counts) {
  Story story(ea, seed, tell);
  std::string broken;
  try {
    story.run();
  } catch (const Broken &b) {
    broken = b.what;
  }
  counts.add(story.counts);
  return broken;
}

void print(const Counts &c, long violations, bool json) {
  const char *names[] = {"seeds", "requests", "crashes", "restarts", "sent", "filled", "rejected", "unknown", "success", "lost_replies", "late", "partial",
                         "stops_dropped", "duplicates", "withdrawn", "damaged", "file_faults", "offline", "journals_lost",
                         "zeroed", "renumbered", "by_hand"};
  const long *values = &c.seeds;
  std::cout << (json ? "{" : "") << (json ? "\"violations\":" : "violations ") << violations;
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    std::cout << (json ? ",\"" : ", ") << names[i] << (json ? "\":" : " ") << values[i];
  std::cout << (json ? "}" : "") << "\n";
}
} // namespace

int main(int argc, char **argv) {
  long seeds = 2000, only = -1;
  bool tell = false, json = false;
  std::string name = "real";
  for (int i = 1; i < argc; i++) {
    std::string arg = argv[i];
    bool more = i + 1 < argc;
    if (arg == "--seeds" && more) seeds = atol(argv[++i]);
    else if (arg == "--seed" && more) only = atol(argv[++i]);
    else if (arg == "--ea" && more) name = argv[++i];
    else if (arg == "--tell") tell = true;
    else if (arg == "--json") json = true;
    else if (arg == "--list") {
      for (const Ea &ea : AllEas()) std::cout << ea.name << "\n";
      return 0;
    } else {
      std::cerr << "sim [--seeds N] [--seed K] [--ea NAME] [--tell] [--json] [--list]\n";
      return 2;
    }
  }
  const Ea *ea = FindEa(name);
  if (ea == nullptr) {
    std::cerr << "no build named " << name << "\n";
    return 2;
  }
  Counts counts;
  for (long seed = only < 0 ? 1 : only; seed <= (only < 0 ? seeds : only); seed++) {
    std::string broken = play(*ea, (uint64_t)seed, tell, counts);
    if (broken.empty()) continue;
    print(counts, 1, json);
    std::cerr << name << " seed " << seed << ": " << broken << "\n";
    return 1;
  }
  print(counts, 0, json);
  return 0;
}
