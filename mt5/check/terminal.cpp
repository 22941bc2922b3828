// The builds, and the MQL5 calls that tell of the terminal, the account, the symbols and the time.
#include "terminal.h"
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
