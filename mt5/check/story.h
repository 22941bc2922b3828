// One story of one Expert Advisor, a client, a terminal and a broker, with faults at every call. Its seed decides
// everything; it throws Broken when an invariant does not hold.
#pragma once
#include "job.h"
#include "memory_files.h"

const char *const ACCOUNT = "500123@Demo-Server";
const long MAGIC = 1099511627776;
const long START = 1704189600000;

// The program's process ends, in the middle of a call.
struct Crash {};

struct Broken {
  std::string what;
};

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

class Story : public Terminal {
public:
  Counts counts;

  Story(const Ea &ea, uint64_t seed, bool tell);
  void run();

  Files &files() override { return disk; }
  long now_ms() override { return clock; }
  void wait(long ms) override { clock += ms; settle_late(); }
  void point(const char *call) override;
  bool fails(const char *call) override;
  Fate fate(const MqlTradeRequest &r) override;
  void sent(const MqlTradeRequest &r, const Fate &f) override;
  void executed(const MqlTradeRequest &r, ulong ticket) override;

private:
  const Ea &ea;
  Dice dice;
  MemoryFiles disk;
  std::vector<Job> jobs;
  long clock = START, halted_at = 0, sent_epoch = 0, next_magic = MAGIC + 1;
  bool running = false, faults = true, client_busy = false, telling;
  double p_crash, p_file, p_lost, p_late, p_drop, p_refuse, p_act, p_slow, p_zero;
  std::map<ulong, double> stops_asked; // of our positions, by ticket
  std::map<ulong, long> placed;        // when an order was taken that is executed later, by magic
  ulong foreign = 0;
  long reconnected = START, disconnected = 0;
  bool noticed = false; // that the connection was gone; a drop between two looks of the program changes no list
  int requotes = 0;
  std::string last_order; // the order that ends the story
  bool broken_market = false;
  long requests_sent = 0;

  double pick(std::vector<double> values);
  void say(const std::string &line);
  Job *find(const std::string &id);
  ulong strangers_position();

  // the program's life
  void guarded(void (*call)(const Ea &));
  void start();
  void die();
  void forget();
  void restart_by_hand();
  void tick();
  void overnight();
  void weather();
  void lists_catch_up();
  void calm();

  // the endings
  struct Attempt {
    std::string id, account;
    long magic, epoch;
  };
  void second_attempt();
  void another_stack();
  Job refused(const Attempt &attempt_, const std::string &code);
  void too_many_symbols();
  void another_account();
  void hopeless();
  void timer();
  std::string attempt(const Attempt &wanted);
  std::string ask(Job &job);

  // the client
  void act();
  void ask_history();
  void place_new();
  void place_new(long kind);
  void aim(Job &job);
  void place(Job &job);
  void place_again();
  void withdraw();
  void halt();
  void read_results(double share);

  // what must hold
  void check();
  void check(const Job &job, const Told &told);
  bool ended(const Job &job);
  void check_fill(const Job &job, const std::string &text);
  void check_list(const Job &job, const std::string &text);
  void check_orders(const Job &job, const std::string &text, long told_at);
};
