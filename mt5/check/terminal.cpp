// The MQL5 calls, carried out on the Terminal.
#include "terminal.h"
#include <algorithm>
#include <ctime>

Terminal *terminal = nullptr;

std::vector<Ea> &AllEas() {
  static std::vector<Ea> all;
  return all;
}

const Ea *FindEa(const std::string &name) {
  for (const Ea &ea : AllEas())
    if (name == ea.name) return &ea;
  return nullptr;
}

namespace {
struct Call {
  const char *name;
  explicit Call(const char *n) : name(n) { terminal->point(name); }
  template <class T> T done(T value) { terminal->point(name); return value; }
};

std::string slashed(const string &path) {
  std::string text = path.str();
  std::replace(text.begin(), text.end(), '\\', '/');
  return text;
}

void flush(OpenFile &file, bool &whole) {
  std::string text = file.unflushed;
  file.unflushed.clear();
  whole = text.empty() || terminal->files().append(file.path, text);
}
} // namespace

//--- the broker
BookPosition *Terminal::position(ulong ticket) {
  for (BookPosition &p : positions)
    if (p.ticket == ticket || p.id == ticket) return &p;
  return nullptr;
}

ulong Terminal::execute(const MqlTradeRequest &r, const Fate &fate) {
  ulong ticket = next_ticket++;
  executed(r, ticket);
  if (r.action == TRADE_ACTION_SLTP) {
    if (BookPosition *p = position(r.position)) {
      p->old_sl = p->sl;
      p->shown_at = now_ms() + fate.shown_ms;
      p->sl = fate.keeps_stop ? r.sl : p->sl;
      p->tp = r.tp;
    }
    return 0;
  }
  bool buy = r.type == ORDER_TYPE_BUY;
  double price = buy ? ask : bid, volume = std::round(r.volume * fate.share * 100) / 100;
  if (volume <= 0) volume = 0.01;
  orders_seen.insert(r.magic);
  if (r.position == 0) {
    positions.push_back({ticket, (long)r.magic, r.symbol.str(), r.comment.str(), buy, volume, price, fate.keeps_stop ? r.sl : 0, r.tp, now_ms(), ticket});
    deals.push_back({next_ticket++, ticket, ticket, (long)r.magic, r.symbol.str(), r.comment.str(), true, buy, volume, price, now_ms()});
    return ticket;
  }
  BookPosition *p = position(r.position);
  if (p == nullptr || p->ticket != r.position) return 0;
  volume = std::min(volume, p->volume);
  deals.push_back({next_ticket++, ticket, p->id, (long)r.magic, p->symbol, r.comment.str(), false, buy, volume, price, now_ms()});
  p->volume -= volume;
  if (p->volume < 0.000001) positions.erase(positions.begin() + (p - positions.data()));
  return ticket;
}

void Terminal::settle_late() {
  for (size_t i = 0; i < late.size();) {
    if (late[i].at > now_ms()) { i++; continue; }
    Late one = late[i];
    late.erase(late.begin() + (long)i);
    execute(one.request, one.fate);
  }
}

const std::vector<BookPosition> &Terminal::shown() {
  settle_late();
  const long now = now_ms();
  if (hidden_from == 0 && std::none_of(positions.begin(), positions.end(), [now](const BookPosition &p) { return now < p.shown_at; })) return positions;
  lagging.clear();
  for (const BookPosition &p : positions)
    if (hidden_from == 0 || p.at < hidden_from) {
      lagging.push_back(p);
      if (now < p.shown_at) lagging.back().sl = p.old_sl;
    }
  return lagging;
}

bool OrderSend(MqlTradeRequest &r, MqlTradeResult &result) {
  Call call("OrderSend");
  Fate fate = terminal->fate(r);
  terminal->sent(r, fate);
  const BookPosition *held = r.action == TRADE_ACTION_SLTP ? terminal->position(r.position) : nullptr;
  if (held != nullptr && held->ticket != r.position) fate = {false, 0, 1, true, 10013, 0}; // another ticket since
  else if (held != nullptr && held->sl == r.sl && held->tp == r.tp && fate.retcode == 10009) fate = {false, 0, 1, true, 10025, 0};
  if (fate.executes && fate.delay_ms > 0) terminal->late.push_back({terminal->now_ms() + fate.delay_ms, r, fate});
  ulong ticket = fate.executes && fate.delay_ms == 0 ? terminal->execute(r, fate) : 0;
  terminal->point("OrderSend");
  result.retcode = fate.retcode;
  bool done = fate.retcode == 10009 || fate.retcode == 10010;
  if (done) {
    result.order = ticket;
    result.volume = r.volume;
    result.price = r.type == ORDER_TYPE_BUY ? terminal->ask : terminal->bid;
  }
  result.comment = done ? "Request executed" : "Request not executed";
  return done || fate.retcode == 10008;
}

//--- positions, orders, history
int PositionsTotal() { return (int)terminal->shown().size(); }

ulong PositionGetTicket(int index) {
  const std::vector<BookPosition> &all = terminal->shown();
  if (index < 0 || index >= (int)all.size()) return 0;
  terminal->selected = all[(size_t)index];
  return terminal->selected.ticket;
}

bool PositionSelectByTicket(ulong ticket) {
  terminal->point("PositionSelectByTicket");
  for (const BookPosition &p : terminal->shown())
    if (p.ticket == ticket) { terminal->selected = p; return true; }
  return false;
}

long PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER id) {
  const BookPosition &p = terminal->selected;
  switch (id) {
    case POSITION_TICKET: return (long)p.ticket;
    case POSITION_IDENTIFIER: return (long)p.id;
    case POSITION_TIME: return p.at / 1000 + terminal->server_offset_s;
    case POSITION_TYPE: return p.buy ? POSITION_TYPE_BUY : POSITION_TYPE_SELL;
    case POSITION_MAGIC: return p.magic;
  }
  return 0;
}

double PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE id) {
  const BookPosition &p = terminal->selected;
  switch (id) {
    case POSITION_VOLUME: return p.volume;
    case POSITION_PRICE_OPEN: return p.price;
    case POSITION_SL: return p.sl;
    case POSITION_TP: return p.tp;
    case POSITION_SWAP: return 0;
    case POSITION_PROFIT: return 0;
  }
  return 0;
}

string PositionGetString(ENUM_POSITION_PROPERTY_STRING id) {
  return id == POSITION_SYMBOL ? string(terminal->selected.symbol) : string(terminal->selected.comment);
}

int OrdersTotal() { return 0; }
ulong OrderGetTicket(int) { return 0; }
long OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER) { return 0; }

bool HistorySelect(datetime from, datetime to) {
  Call call("HistorySelect");
  terminal->settle_late();
  terminal->history.clear();
  terminal->history_orders.clear();
  if (terminal->fails("HistorySelect")) return false;
  for (const BookDeal &d : terminal->deals) {
    long at = d.at / 1000 + terminal->server_offset_s;
    if ((terminal->hidden_from == 0 || d.at < terminal->hidden_from) && at >= from && at <= to) terminal->history.push_back(d);
  }
  if (terminal->hidden_from == 0)
    terminal->history_orders.assign(terminal->orders_seen.begin(), terminal->orders_seen.end());
  return true;
}

int HistoryDealsTotal() { return (int)terminal->history.size(); }
ulong HistoryDealGetTicket(int index) {
  return index < 0 || index >= HistoryDealsTotal() ? 0 : terminal->history[(size_t)index].ticket;
}

static const BookDeal *deal(ulong ticket) {
  for (const BookDeal &d : terminal->history)
    if (d.ticket == ticket) return &d;
  return nullptr;
}

long HistoryDealGetInteger(ulong ticket, ENUM_DEAL_PROPERTY_INTEGER id) {
  const BookDeal *d = deal(ticket);
  if (d == nullptr) return 0;
  switch (id) {
    case DEAL_ORDER: return (long)d->order;
    case DEAL_TIME: return d->at / 1000 + terminal->server_offset_s;
    case DEAL_TYPE: return d->buy ? DEAL_TYPE_BUY : DEAL_TYPE_SELL;
    case DEAL_ENTRY: return d->in ? DEAL_ENTRY_IN : DEAL_ENTRY_OUT;
    case DEAL_MAGIC: return d->magic;
    case DEAL_REASON: return DEAL_REASON_EXPERT;
    case DEAL_POSITION_ID: return (long)d->position;
  }
  return 0;
}

double HistoryDealGetDouble(ulong ticket, ENUM_DEAL_PROPERTY_DOUBLE id) {
  const BookDeal *d = deal(ticket);
  if (d == nullptr) return 0;
  return id == DEAL_VOLUME ? d->volume : id == DEAL_PRICE ? d->price : 0;
}

string HistoryDealGetString(ulong ticket, ENUM_DEAL_PROPERTY_STRING id) {
  const BookDeal *d = deal(ticket);
  return d == nullptr ? string() : string(id == DEAL_SYMBOL ? d->symbol : d->comment);
}

// An order's ticket is its magic here: only whether there is one matters.
int HistoryOrdersTotal() { return (int)terminal->history_orders.size(); }
ulong HistoryOrderGetTicket(int index) {
  return index < 0 || index >= HistoryOrdersTotal() ? 0 : terminal->history_orders[(size_t)index];
}
long HistoryOrderGetInteger(ulong ticket, ENUM_ORDER_PROPERTY_INTEGER id) { return id == ORDER_STATE ? (long)ORDER_STATE_FILLED : (long)ticket; }

//--- terminal, account, symbols
int TerminalInfoInteger(ENUM_TERMINAL_INFO_INTEGER id) { return id == TERMINAL_CONNECTED ? terminal->connected : terminal->trade_allowed; }
int MQLInfoInteger(ENUM_MQL_INFO_INTEGER) { return 1; }
long AccountInfoInteger(ENUM_ACCOUNT_INFO_INTEGER id) {
  if (id == ACCOUNT_LOGIN) return terminal->login;
  if (id == ACCOUNT_MARGIN_MODE) return terminal->hedging ? ACCOUNT_MARGIN_MODE_RETAIL_HEDGING : ACCOUNT_MARGIN_MODE_RETAIL_NETTING;
  return 1;
}
double AccountInfoDouble(ENUM_ACCOUNT_INFO_DOUBLE id) { return id == ACCOUNT_MARGIN ? 0 : 10000; }
string AccountInfoString(ENUM_ACCOUNT_INFO_STRING id) { return id == ACCOUNT_SERVER ? "Demo-Server" : "USD"; }

long SymbolInfoInteger(string, ENUM_SYMBOL_INFO_INTEGER id) {
  switch (id) {
    case SYMBOL_DIGITS: return 5;
    case SYMBOL_TIME: return terminal->now_ms() / 1000 + terminal->server_offset_s;
    case SYMBOL_FILLING_MODE: return SYMBOL_FILLING_FOK | SYMBOL_FILLING_IOC;
    case SYMBOL_TRADE_STOPS_LEVEL: return 0;
    case SYMBOL_TRADE_MODE: return SYMBOL_TRADE_MODE_FULL;
  }
  return 0;
}

double SymbolInfoDouble(string, ENUM_SYMBOL_INFO_DOUBLE id) {
  switch (id) {
    case SYMBOL_BID: return terminal->bid;
    case SYMBOL_ASK: return terminal->ask;
    case SYMBOL_POINT: case SYMBOL_TRADE_TICK_SIZE: return 0.00001;
    case SYMBOL_TRADE_CONTRACT_SIZE: return 100000;
    case SYMBOL_TRADE_TICK_VALUE_LOSS: return 1;
    case SYMBOL_VOLUME_MIN: case SYMBOL_VOLUME_STEP: return 0.01;
    case SYMBOL_VOLUME_MAX: return 100;
  }
  return 0;
}
int SymbolsTotal(bool) { return terminal->market_watch; }
string SymbolName(int pos, bool) { return pos == 0 ? string("EURUSD") : string("OTHER" + std::to_string(pos)); }
bool SymbolSelect(string name, bool) { return name == string("EURUSD"); }

//--- files
int FileOpen(string name, int flags) {
  Call call("FileOpen");
  std::string path = slashed(name);
  bool writes = (flags & FILE_WRITE) != 0, reads = (flags & FILE_READ) != 0;
  for (auto &open : terminal->handles)
    if (open.second.path == path && (open.second.writes || writes)) return INVALID_HANDLE;
  if (terminal->fails("FileOpen")) return INVALID_HANDLE;
  bool there = terminal->files().exists(path);
  if (!writes && !there) return INVALID_HANDLE;
  if (writes && (!reads || !there) && !terminal->files().create(path)) return INVALID_HANDLE;
  int handle = terminal->next_handle++;
  terminal->handles[handle] = {path, "", writes};
  return call.done(handle);
}

void FileClose(int handle) {
  Call call("FileClose");
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end()) return;
  bool whole;
  flush(found->second, whole);
  terminal->handles.erase(found);
}

void FileFlush(int handle) {
  Call call("FileFlush");
  auto found = terminal->handles.find(handle);
  bool whole = true;
  if (found != terminal->handles.end()) flush(found->second, whole);
  terminal->point("FileFlush");
}

ulong FileSize(int handle) {
  auto found = terminal->handles.find(handle);
  std::string text;
  if (found != terminal->handles.end()) terminal->files().load(found->second.path, text);
  return text.size();
}

bool FileSeek(int handle, long, ENUM_FILE_POSITION) { return terminal->handles.count(handle) > 0; }

uint FileReadArray(int handle, MqlArray<uchar> &array, int, int) {
  Call call("FileReadArray");
  std::string text;
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end() || !terminal->files().load(found->second.path, text)) return 0;
  array.all().assign(text.begin(), text.end());
  return (uint)text.size();
}

uint FileWriteArray(int handle, const MqlArray<uchar> &array, int, int count) {
  Call call("FileWriteArray");
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end() || !found->second.writes) return 0;
  size_t n = terminal->fails("FileWriteArray") ? (size_t)count / 2 : (size_t)count;
  found->second.unflushed.append(array.all().begin(), array.all().begin() + (long)n);
  return call.done((uint)n);
}

bool FileIsExist(const string name, int) {
  terminal->point("FileIsExist");
  return terminal->files().exists(slashed(name));
}

bool FileDelete(const string name, int) {
  Call call("FileDelete");
  return !terminal->fails("FileDelete") && call.done(terminal->files().remove(slashed(name)));
}

bool FileMove(const string source, int, const string target, int mode) {
  Call call("FileMove");
  return !terminal->fails("FileMove") && call.done(terminal->files().move(slashed(source), slashed(target), (mode & FILE_REWRITE) != 0));
}

bool FolderCreate(string name, int) { terminal->files().folder(slashed(name)); return true; }

// Filters of one folder: a beginning, a star, an end.
long FileFindFirst(const string filter, string &name, int) {
  Call call("FileFindFirst");
  std::string path = slashed(filter);
  size_t slash = path.rfind('/'), star = path.rfind('*');
  std::string begin = path.substr(slash + 1, star - slash - 1), end = path.substr(star + 1);
  std::vector<std::string> found;
  for (const std::string &one : terminal->files().list(path.substr(0, slash)))
    if (one.size() >= begin.size() + end.size() && one.compare(0, begin.size(), begin) == 0
        && one.compare(one.size() - end.size(), end.size(), end) == 0) found.push_back(one);
  if (found.empty()) return INVALID_HANDLE;
  std::reverse(found.begin(), found.end());
  long search = terminal->next_search++;
  terminal->searches[search] = found;
  FileFindNext(search, name);
  return search;
}

bool FileFindNext(long search, string &name) {
  std::vector<std::string> &left = terminal->searches[search];
  if (left.empty()) return false;
  name = string(left.back());
  left.pop_back();
  return true;
}

void FileFindClose(long search) { terminal->searches.erase(search); }

//--- time and the program
datetime TimeGMT() { terminal->point("TimeGMT"); return terminal->now_ms() / 1000; }
datetime TimeTradeServer() { return terminal->now_ms() / 1000 + terminal->server_offset_s; }
ulong GetTickCount64() { return (ulong)terminal->now_ms(); }
void Sleep(int milliseconds) { terminal->wait(milliseconds); }
bool EventSetMillisecondTimer(int) { return true; }
void EventKillTimer() {}
void Log(const std::string &line) { terminal->log(line); }

string TimeToString(datetime time, int) {
  char text[40];
  time_t seconds = (time_t)time;
  struct tm parts;
  gmtime_r(&seconds, &parts);
  strftime(text, sizeof text, "%Y.%m.%d %H:%M:%S", &parts);
  return string(std::string(text));
}
