// A terminal and its broker for the Expert Advisor's checks. The book is the truth; what the terminal shows
// of it may lag, be half loaded or be unreachable, and a call may fail or end the program at any point.
#pragma once
#include "mql5.h"
#include <map>
#include <memory>
#include <set>

// The id stays; the ticket may become another overnight.
struct BookPosition {
  ulong ticket;
  long magic;
  std::string symbol, comment;
  bool buy;
  double volume, price, sl, tp;
  long at;
  ulong id;
  double old_sl = 0; // what the terminal shows until then
  long shown_at = 0;
};

struct BookDeal {
  ulong ticket, order, position;
  long magic;
  std::string symbol, comment;
  bool in, buy;
  double volume, price;
  long at;
};

// What becomes of one request to trade.
struct Fate {
  bool executes = true;
  long delay_ms = 0;    // how long after the call
  double share = 1;     // of the volume asked
  bool keeps_stop = true;
  uint retcode = 10009; // what the caller is told
  long shown_ms = 0;    // how long after it a new stop is shown
};

// One build of the Expert Advisor: the real one, or one with a planted fault.
struct Ea {
  const char *name;
  int (*init)();
  void (*timer)();
  void (*deinit)(const int);
  int (*meaning)(const long);
  int *settle_seconds;
};
std::vector<Ea> &AllEas();
inline bool AddEa(const Ea &ea) { AllEas().push_back(ea); return true; }
const Ea *FindEa(const std::string &name);

// The files of MQL5/Files. Paths have forward slashes.
struct Files {
  virtual ~Files() {}
  virtual bool exists(const std::string &path) = 0;
  virtual bool load(const std::string &path, std::string &text) = 0;
  virtual bool create(const std::string &path) = 0;
  virtual bool append(const std::string &path, const std::string &text) = 0;
  virtual bool remove(const std::string &path) = 0;
  virtual bool move(const std::string &from, const std::string &to, bool rewrite) = 0;
  virtual std::vector<std::string> list(const std::string &folder) = 0;
  virtual void folder(const std::string &) {}
};

struct OpenFile {
  std::string path, unflushed;
  bool writes;
};

class Terminal {
public:
  virtual ~Terminal() {}
  virtual Files &files() = 0;
  virtual long now_ms() = 0; // GMT
  virtual void wait(long ms) = 0;
  virtual void point(const char *) {}                      // before and after every call that matters
  virtual bool fails(const char *) { return false; }       // whether a call fails this time
  virtual Fate fate(const MqlTradeRequest &) { return Fate(); }
  virtual void sent(const MqlTradeRequest &, const Fate &) {}   // every call to OrderSend
  virtual void executed(const MqlTradeRequest &, ulong) {}      // every one that took effect
  virtual void log(const std::string &) {}

  // settings of the world
  bool connected = true, hedging = true, trade_allowed = true;
  long login = 500123, server_offset_s = 7200;
  long hidden_from = 0; // what happened from then on is not shown yet, 0 when everything is
  double bid = 1.10000, ask = 1.10010;

  // the book
  std::vector<BookPosition> positions;
  std::vector<BookDeal> deals;
  struct Late { long at; MqlTradeRequest request; Fate fate; };
  std::vector<Late> late;
  std::set<ulong> orders_seen; // magics of every order that reached the broker
  ulong next_ticket = 1001;

  ulong execute(const MqlTradeRequest &request, const Fate &fate);
  void settle_late();
  BookPosition *position(ulong ticket);

  // the program's side
  std::map<int, OpenFile> handles;
  int next_handle = 1;
  int market_watch = 1; // symbols
  std::map<long, std::vector<std::string>> searches;
  long next_search = 1;
  BookPosition selected{};
  ulong selected_order = 0;
  std::vector<BookDeal> history;
  std::vector<ulong> history_orders;
  const std::vector<BookPosition> &shown();

private:
  std::vector<BookPosition> lagging;
};

extern Terminal *terminal;
