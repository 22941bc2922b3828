// The part of MQL5 that the Expert Advisor uses, for g++: types, constants and declarations as the MQL5
// reference gives them. What a call does is decided by a Terminal, so that the same code meets every fault.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef long datetime;

// MQL5's string: a value; adding a number to it is a mistake here, and a warning in MetaEditor.
class string {
  std::string text;

public:
  string() {}
  string(const char *t) : text(t) {}
  string(std::string t) : text(std::move(t)) {}
  const std::string &str() const { return text; }
  string &operator+=(const string &o) { text += o.text; return *this; }
  template <class N, class = std::enable_if_t<std::is_arithmetic<N>::value>> string &operator+=(N) = delete;
  friend string operator+(string a, const string &b) { a.text += b.text; return a; }
  friend bool operator==(const string &a, const string &b) { return a.text == b.text; }
  friend bool operator!=(const string &a, const string &b) { return a.text != b.text; }
};

template <class N, class = std::enable_if_t<std::is_arithmetic<N>::value>> string operator+(const string &, N) = delete;
template <class N, class = std::enable_if_t<std::is_arithmetic<N>::value>> string operator+(N, const string &) = delete;

// A dynamic array: out of range ends the program, as it ends an Expert Advisor.
template <class T> class MqlArray {
  std::vector<T> items;

public:
  T &operator[](long i) {
    if (i < 0 || i >= (long)items.size()) { fputs("array out of range\n", stderr); abort(); }
    return items[i];
  }
  const T &operator[](long i) const { return const_cast<MqlArray &>(*this)[i]; }
  std::vector<T> &all() { return items; }
  const std::vector<T> &all() const { return items; }
};
template <class T> int ArraySize(const MqlArray<T> &a) { return (int)a.all().size(); }
template <class T> int ArrayResize(MqlArray<T> &a, int size, int = 0) { a.all().resize(size); return size; }
template <class T> void ZeroMemory(T &value) { value = T(); }

enum { INVALID_HANDLE = -1, WHOLE_ARRAY = -1, INIT_SUCCEEDED = 0, INIT_FAILED = 1 };
enum { FILE_READ = 1, FILE_WRITE = 2, FILE_BIN = 4, FILE_SHARE_READ = 128, FILE_SHARE_WRITE = 256, FILE_REWRITE = 512 };
enum { TIME_DATE = 1, TIME_MINUTES = 2, TIME_SECONDS = 4 };
enum ENUM_FILE_POSITION { SEEK_SET_, SEEK_CUR_, SEEK_END_ };
#undef SEEK_END
#undef SEEK_SET
#define SEEK_END SEEK_END_
#define SEEK_SET SEEK_SET_
enum { SYMBOL_FILLING_FOK = 1, SYMBOL_FILLING_IOC = 2 };
enum ENUM_TERMINAL_INFO_INTEGER { TERMINAL_CONNECTED, TERMINAL_TRADE_ALLOWED };
enum ENUM_MQL_INFO_INTEGER { MQL_TRADE_ALLOWED };
enum ENUM_ACCOUNT_INFO_INTEGER { ACCOUNT_LOGIN, ACCOUNT_TRADE_ALLOWED, ACCOUNT_TRADE_EXPERT, ACCOUNT_MARGIN_MODE };
enum ENUM_ACCOUNT_INFO_DOUBLE { ACCOUNT_BALANCE, ACCOUNT_EQUITY, ACCOUNT_MARGIN, ACCOUNT_MARGIN_FREE };
enum ENUM_ACCOUNT_INFO_STRING { ACCOUNT_SERVER, ACCOUNT_CURRENCY };
enum ENUM_ACCOUNT_MARGIN_MODE { ACCOUNT_MARGIN_MODE_RETAIL_NETTING, ACCOUNT_MARGIN_MODE_EXCHANGE, ACCOUNT_MARGIN_MODE_RETAIL_HEDGING };
enum ENUM_SYMBOL_INFO_INTEGER { SYMBOL_DIGITS, SYMBOL_TIME, SYMBOL_FILLING_MODE, SYMBOL_TRADE_STOPS_LEVEL, SYMBOL_TRADE_MODE };
enum ENUM_SYMBOL_INFO_DOUBLE {
  SYMBOL_BID, SYMBOL_ASK, SYMBOL_POINT, SYMBOL_TRADE_CONTRACT_SIZE, SYMBOL_TRADE_TICK_SIZE, SYMBOL_TRADE_TICK_VALUE_LOSS,
  SYMBOL_VOLUME_MIN, SYMBOL_VOLUME_STEP, SYMBOL_VOLUME_MAX
};
enum ENUM_SYMBOL_TRADE_MODE { SYMBOL_TRADE_MODE_DISABLED, SYMBOL_TRADE_MODE_LONGONLY, SYMBOL_TRADE_MODE_SHORTONLY, SYMBOL_TRADE_MODE_CLOSEONLY, SYMBOL_TRADE_MODE_FULL };
enum ENUM_POSITION_PROPERTY_INTEGER { POSITION_TICKET, POSITION_TIME, POSITION_TYPE, POSITION_MAGIC, POSITION_IDENTIFIER };
enum ENUM_POSITION_PROPERTY_DOUBLE { POSITION_VOLUME, POSITION_PRICE_OPEN, POSITION_SL, POSITION_TP, POSITION_SWAP, POSITION_PROFIT };
enum ENUM_POSITION_PROPERTY_STRING { POSITION_SYMBOL, POSITION_COMMENT };
enum ENUM_POSITION_TYPE { POSITION_TYPE_BUY, POSITION_TYPE_SELL };
enum ENUM_ORDER_PROPERTY_INTEGER { ORDER_MAGIC, ORDER_STATE };
enum ENUM_ORDER_STATE { ORDER_STATE_STARTED, ORDER_STATE_PLACED, ORDER_STATE_CANCELED, ORDER_STATE_PARTIAL, ORDER_STATE_FILLED, ORDER_STATE_REJECTED, ORDER_STATE_EXPIRED };
enum ENUM_DEAL_PROPERTY_INTEGER { DEAL_ORDER, DEAL_TIME, DEAL_TYPE, DEAL_ENTRY, DEAL_MAGIC, DEAL_REASON, DEAL_POSITION_ID };
enum ENUM_DEAL_PROPERTY_DOUBLE { DEAL_VOLUME, DEAL_PRICE, DEAL_COMMISSION, DEAL_SWAP, DEAL_PROFIT, DEAL_FEE };
enum ENUM_DEAL_PROPERTY_STRING { DEAL_SYMBOL, DEAL_COMMENT };
enum ENUM_DEAL_TYPE { DEAL_TYPE_BUY, DEAL_TYPE_SELL, DEAL_TYPE_BALANCE, DEAL_TYPE_BUY_CANCELED = 13, DEAL_TYPE_SELL_CANCELED };
enum ENUM_DEAL_ENTRY { DEAL_ENTRY_IN, DEAL_ENTRY_OUT };
enum ENUM_DEAL_REASON { DEAL_REASON_CLIENT, DEAL_REASON_EXPERT, DEAL_REASON_SL, DEAL_REASON_TP, DEAL_REASON_SO };
enum ENUM_TRADE_REQUEST_ACTIONS { TRADE_ACTION_NONE_, TRADE_ACTION_DEAL, TRADE_ACTION_SLTP = 6 };
enum ENUM_ORDER_TYPE { ORDER_TYPE_BUY, ORDER_TYPE_SELL };
enum ENUM_ORDER_TYPE_FILLING { ORDER_FILLING_FOK, ORDER_FILLING_IOC, ORDER_FILLING_RETURN };
enum ENUM_ORDER_TYPE_TIME { ORDER_TIME_GTC };

struct MqlTradeRequest {
  ENUM_TRADE_REQUEST_ACTIONS action = TRADE_ACTION_NONE_;
  ulong magic = 0, order = 0;
  string symbol;
  double volume = 0, price = 0, stoplimit = 0, sl = 0, tp = 0;
  ulong deviation = 0;
  ENUM_ORDER_TYPE type = ORDER_TYPE_BUY;
  ENUM_ORDER_TYPE_FILLING type_filling = ORDER_FILLING_FOK;
  ENUM_ORDER_TYPE_TIME type_time = ORDER_TIME_GTC;
  datetime expiration = 0;
  string comment;
  ulong position = 0, position_by = 0;
};

struct MqlTradeResult {
  uint retcode = 0;
  ulong deal = 0, order = 0;
  double volume = 0, price = 0, bid = 0, ask = 0;
  string comment;
  uint request_id = 0;
  int retcode_external = 0;
};

// Whatever stands behind the calls: the files, the clock, the account, the broker.
bool OrderSend(MqlTradeRequest &request, MqlTradeResult &result);
int PositionsTotal();
ulong PositionGetTicket(int index);
bool PositionSelectByTicket(ulong ticket);
long PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER id);
double PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE id);
string PositionGetString(ENUM_POSITION_PROPERTY_STRING id);
int OrdersTotal();
ulong OrderGetTicket(int index);
long OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER id);
bool HistorySelect(datetime from_date, datetime to_date);
int HistoryDealsTotal();
ulong HistoryDealGetTicket(int index);
long HistoryDealGetInteger(ulong ticket, ENUM_DEAL_PROPERTY_INTEGER id);
double HistoryDealGetDouble(ulong ticket, ENUM_DEAL_PROPERTY_DOUBLE id);
string HistoryDealGetString(ulong ticket, ENUM_DEAL_PROPERTY_STRING id);
int HistoryOrdersTotal();
ulong HistoryOrderGetTicket(int index);
long HistoryOrderGetInteger(ulong ticket, ENUM_ORDER_PROPERTY_INTEGER id);
int TerminalInfoInteger(ENUM_TERMINAL_INFO_INTEGER id);
int MQLInfoInteger(ENUM_MQL_INFO_INTEGER id);
long AccountInfoInteger(ENUM_ACCOUNT_INFO_INTEGER id);
double AccountInfoDouble(ENUM_ACCOUNT_INFO_DOUBLE id);
string AccountInfoString(ENUM_ACCOUNT_INFO_STRING id);
long SymbolInfoInteger(string name, ENUM_SYMBOL_INFO_INTEGER id);
double SymbolInfoDouble(string name, ENUM_SYMBOL_INFO_DOUBLE id);
int SymbolsTotal(bool selected);
string SymbolName(int pos, bool selected);
bool SymbolSelect(string name, bool select);
int FileOpen(string name, int flags);
void FileClose(int handle);
void FileFlush(int handle);
ulong FileSize(int handle);
bool FileSeek(int handle, long offset, ENUM_FILE_POSITION origin);
uint FileReadArray(int handle, MqlArray<uchar> &array, int start = 0, int count = WHOLE_ARRAY);
uint FileWriteArray(int handle, const MqlArray<uchar> &array, int start = 0, int count = WHOLE_ARRAY);
bool FileIsExist(const string name, int common_flag = 0);
bool FileDelete(const string name, int common_flag = 0);
bool FileMove(const string source, int common_flag, const string target, int mode_flags);
bool FolderCreate(string name, int common_flag = 0);
long FileFindFirst(const string filter, string &name, int common_flag = 0);
bool FileFindNext(long search, string &name);
void FileFindClose(long search);
datetime TimeGMT();
datetime TimeTradeServer();
ulong GetTickCount64();
void Sleep(int milliseconds);
bool EventSetMillisecondTimer(int milliseconds);
void EventKillTimer();
void Log(const std::string &line);

template <class... A> void Print(const A &...parts) {
  std::string line;
  auto add = [&line](const auto &part) {
    if constexpr (std::is_arithmetic_v<std::decay_t<decltype(part)>>) line += std::to_string(part);
    else line += string(part).str();
  };
  (add(parts), ...);
  Log(line);
}

// Texts and numbers, which no fault touches.
inline int StringLen(const string &s) { return (int)s.str().size(); }
inline ushort StringGetCharacter(const string &s, int pos) {
  return pos < 0 || pos >= StringLen(s) ? 0 : (ushort)(uchar)s.str()[pos];
}
inline string StringSubstr(const string &s, int start, int length = -1) {
  if (start < 0 || start >= StringLen(s) || length == 0) return string();
  return string(s.str().substr(start, length < 0 ? std::string::npos : (size_t)length));
}
inline int StringFind(const string &s, const string &match, int start = 0) {
  size_t at = s.str().find(match.str(), (size_t)start);
  return at == std::string::npos ? -1 : (int)at;
}
// As MQL5: an empty text has no parts.
inline int StringSplit(const string &s, const ushort separator, MqlArray<string> &result) {
  result.all().clear();
  if (StringLen(s) == 0) return 0;
  std::string part;
  for (char c : s.str()) {
    if ((ushort)(uchar)c == separator) { result.all().push_back(string(part)); part.clear(); }
    else part += c;
  }
  result.all().push_back(string(part));
  return ArraySize(result);
}
inline int StringToCharArray(const string &s, MqlArray<uchar> &array, int start = 0, int count = -1) {
  size_t n = count < 0 ? s.str().size() + 1 : (size_t)count;
  if (array.all().size() < start + n) array.all().resize(start + n);
  for (size_t i = 0; i < n; i++) array.all()[start + i] = i < s.str().size() ? (uchar)s.str()[i] : (uchar)0;
  return (int)n;
}
inline string CharArrayToString(const MqlArray<uchar> &array, int start = 0, int count = -1) {
  std::string text;
  for (size_t i = start; i < array.all().size() && (count < 0 || i < (size_t)(start + count)) && array.all()[i] != 0; i++)
    text += (char)array.all()[i];
  return string(text);
}
inline string IntegerToString(long number) { return string(std::to_string(number)); }
inline string DoubleToString(double value, int digits = 8) {
  char text[400];
  snprintf(text, sizeof text, "%.*f", digits, value);
  return string(text);
}
inline long StringToInteger(const string &s) { return strtol(s.str().c_str(), nullptr, 10); }
inline double StringToDouble(const string &s) { return strtod(s.str().c_str(), nullptr); }
inline string StringFormat(const string &format, uint value) {
  char text[100];
  snprintf(text, sizeof text, format.str().c_str(), value);
  return string(text);
}
string TimeToString(datetime time, int mode);
inline double MathRound(double v) { return std::round(v); }
inline double MathAbs(double v) { return std::fabs(v); }
