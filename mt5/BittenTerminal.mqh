// Files, texts and views of the terminal for BittenBridge.mq5. Nothing in this file trades.
#define MAX_SYMBOLS 1000
#define MAX_DEALS   3000

struct Request {
   string id, command, account, symbol, type;
   long   expiry, epoch, magic, deviation, argument;
   double lot, price, tp, sl;
};

struct Outcome {
   string status, code, message, list;
   long   retcode, ticket;
   double volume, price, sl;
};

//--- texts
string Number(const double value) {
   string text = DoubleToString(value, 8);
   int length = StringLen(text);
   while(StringGetCharacter(text, length - 1) == '0' && length - StringFind(text, ".") > 3) length--;
   return(StringSubstr(text, 0, length));
}

string Quoted(const string text) {
   string safe = "";
   for(int i = 0; i < StringLen(text); i++) {
      ushort c = StringGetCharacter(text, i);
      bool plain = c >= 32 && c < 127 && c != '"' && c != 92;
      safe += plain ? StringSubstr(text, i, 1) : "?";
   }
   return("\"" + safe + "\"");
}

string Flag(const bool value) { return(value ? "true" : "false"); }

string Stamp(const datetime time) { return(Quoted(TimeToString(time, TIME_DATE | TIME_SECONDS))); }

uint Crc32(const string text) {
   uint crc = 0xFFFFFFFF;
   for(int i = 0; i < StringLen(text); i++) {
      crc ^= (uint)StringGetCharacter(text, i) & 0xFF;
      for(int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
   }
   return(crc ^ 0xFFFFFFFF);
}

// Letters, digits, - and _ alone, so that an id is always a file's name and nothing more.
bool PlainId(const string id) {
   for(int i = 0; i < StringLen(id); i++) {
      ushort c = StringGetCharacter(id, i);
      bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
      if(!plain) return(false);
   }
   return(StringLen(id) > 0 && StringLen(id) <= 40);
}

//--- requests
// Questions change nothing and may be asked again.
bool Asks(const string command) {
   return(command == "positions" || command == "history" || command == "account" || command == "symbols");
}

bool Parse(string text, const string id, Request &r) {
   string p[];
   int end = StringFind(text, "\n");
   if(end < 0 || end != StringLen(text) - 1 || end > 1000) return(false);
   text = StringSubstr(text, 0, end);
   if(StringSplit(text, ',', p) != 16 || p[0] != "BITTEN1" || p[8] != id) return(false);
   if(StringFormat("%08X", Crc32(StringSubstr(text, 0, end - 9))) != p[15]) return(false);
   r.command = p[1];
   r.expiry = StringToInteger(p[2]);
   r.epoch = StringToInteger(p[3]);
   r.account = p[4];
   r.magic = StringToInteger(p[5]);
   r.deviation = StringToInteger(p[6]);
   r.argument = StringToInteger(p[7]);
   r.symbol = p[9];
   r.type = p[10];
   r.lot = StringToDouble(p[11]);
   r.price = StringToDouble(p[12]);
   r.tp = StringToDouble(p[13]);
   r.sl = StringToDouble(p[14]);
   return(Asks(r.command) || r.command == "open" || r.command == "close" || r.command == "modify" || r.command == "close_all");
}

//--- return codes
// 1 done, -1 nothing happened and nothing will, 0 it may have happened.
int Meaning(const long retcode) {
   switch((int)retcode) {
      case 10009: case 10010: case 10025: return(1);
      case 10004: case 10006: case 10007: case 10013: case 10014: case 10015: case 10016: case 10017: case 10018:
      case 10019: case 10020: case 10021: case 10022: case 10023: case 10024: case 10026: case 10027: case 10029:
      case 10030: case 10032: case 10033: case 10034: case 10035: case 10036: case 10038: case 10039: case 10040:
      case 10041: case 10042: case 10043: case 10044: case 10045: case 10046:
         return(-1);
   }
   return(0);
}

//--- outcomes
void Begin(Outcome &o) {
   ZeroMemory(o);
   o.code = "";
   o.message = "";
   o.list = "";
   o.status = "unknown";
}

void No(Outcome &o, const string code) {
   o.status = "rejected";
   o.code = code;
}

//--- files
string ReadAll(const int file) {
   uchar bytes[];
   uint size = FileReadArray(file, bytes, 0, WHOLE_ARRAY);
   for(uint i = 0; i < size; i++)
      if(bytes[i] == 0) bytes[i] = 10; // what a power cut leaves of a line ends it
   return(size > 0 ? CharArrayToString(bytes, 0, (int)size) : "");
}

bool ReadText(const string path, string &text) {
   for(int i = 0; i < 3; i++) {
      int file = FileOpen(path, FILE_READ | FILE_BIN | FILE_SHARE_READ);
      if(file != INVALID_HANDLE) {
         text = ReadAll(file);
         FileClose(file);
         return(true);
      }
      Sleep(10);
   }
   return(false);
}

bool Write(const int file, const string text) {
   uchar bytes[];
   int length = StringLen(text);
   StringToCharArray(text, bytes, 0, length);
   bool whole = FileWriteArray(file, bytes, 0, length) == (uint)length;
   FileFlush(file);
   return(whole);
}

// Whole or not at all: readers never see a half of it.
bool WriteFile(const string path, const string text, const int mode) {
   int file = FileOpen(path + ".tmp", FILE_WRITE | FILE_BIN);
   if(file == INVALID_HANDLE) return(false);
   bool whole = Write(file, text);
   FileClose(file);
   return(whole && FileMove(path + ".tmp", 0, path, mode));
}

//--- the terminal and its account
string Account() {
   return(IntegerToString(AccountInfoInteger(ACCOUNT_LOGIN)) + "@" + AccountInfoString(ACCOUNT_SERVER));
}

bool Connected() { return(TerminalInfoInteger(TERMINAL_CONNECTED) != 0); }

bool Hedging() { return(AccountInfoInteger(ACCOUNT_MARGIN_MODE) == ACCOUNT_MARGIN_MODE_RETAIL_HEDGING); }

bool TradeAllowed() {
   return(TerminalInfoInteger(TERMINAL_TRADE_ALLOWED) != 0 && MQLInfoInteger(MQL_TRADE_ALLOWED) != 0
          && AccountInfoInteger(ACCOUNT_TRADE_ALLOWED) != 0 && AccountInfoInteger(ACCOUNT_TRADE_EXPERT) != 0);
}

// Seconds of the broker's clock as seconds of GMT, by the offset that holds now.
long Gmt(const long server_time) {
   double apart = (double)((long)TimeTradeServer() - (long)TimeGMT());
   return(server_time - (long)MathRound(apart / 900.0) * 900);
}

bool SelectHistory(const long seconds_back) {
   return(HistorySelect((datetime)((long)TimeTradeServer() - seconds_back), (datetime)((long)TimeTradeServer() + 86400)));
}

//--- what the broker shows
bool Ours(const long magic) { return(magic >= InpMagicFirst && magic <= InpMagicLast); }

// An order's id without the number of its attempt.
string Base(const string id) {
   int dash = StringFind(id, "-");
   return(dash > 0 ? StringSubstr(id, 0, dash) : id);
}

// Whether a comment names an order, and another one than the id does.
bool NamesAnother(const string comment, const string id) {
   string name = Base(comment);
   for(int i = 0; i < StringLen(name); i++) {
      ushort c = StringGetCharacter(name, i);
      if((c < 'A' || c > 'Z') && (c < '2' || c > '7')) return(false);
   }
   return(StringLen(name) == 16 && name != Base(id));
}

// Selects by the id that a position keeps; a broker may give it another ticket overnight.
bool Select(const ulong id) {
   if(PositionSelectByTicket(id)) return(true);
   for(int i = PositionsTotal() - 1; i >= 0; i--)
      if(PositionGetTicket(i) > 0 && (ulong)PositionGetInteger(POSITION_IDENTIFIER) == id) return(true);
   return(false);
}

// The position of a request, else its entry deals. MAGIC_REUSED when its magic stands for other orders alone.
bool FindFill(const Request &r, Outcome &o) {
   bool others = false;
   for(int i = PositionsTotal() - 1; i >= 0; i--)
      if(PositionGetTicket(i) > 0 && PositionGetInteger(POSITION_MAGIC) == r.magic) {
         others = others || NamesAnother(PositionGetString(POSITION_COMMENT), r.id);
         if(NamesAnother(PositionGetString(POSITION_COMMENT), r.id)) continue;
         o.ticket = PositionGetInteger(POSITION_IDENTIFIER);
         o.volume = PositionGetDouble(POSITION_VOLUME);
         o.price = PositionGetDouble(POSITION_PRICE_OPEN);
         o.sl = PositionGetDouble(POSITION_SL);
         return(true);
      }
   double volume = 0, cost = 0;
   if(!SelectHistory(7 * 86400)) return(false);
   for(int i = HistoryDealsTotal() - 1; i >= 0; i--) {
      ulong deal = HistoryDealGetTicket(i);
      if(deal == 0 || HistoryDealGetInteger(deal, DEAL_MAGIC) != r.magic
         || HistoryDealGetInteger(deal, DEAL_ENTRY) != DEAL_ENTRY_IN
         || HistoryDealGetInteger(deal, DEAL_TYPE) > DEAL_TYPE_SELL) continue; // not what the broker annulled
      others = others || NamesAnother(HistoryDealGetString(deal, DEAL_COMMENT), r.id);
      if(NamesAnother(HistoryDealGetString(deal, DEAL_COMMENT), r.id)) continue;
      o.ticket = HistoryDealGetInteger(deal, DEAL_POSITION_ID);
      volume += HistoryDealGetDouble(deal, DEAL_VOLUME);
      cost += HistoryDealGetDouble(deal, DEAL_VOLUME) * HistoryDealGetDouble(deal, DEAL_PRICE);
   }
   if(volume <= 0 && others) o.code = "MAGIC_REUSED";
   if(volume <= 0) return(others);
   o.volume = volume;
   o.price = cost / volume;
   return(true);
}

bool FindOrder(const long magic) {
   for(int i = OrdersTotal() - 1; i >= 0; i--)
      if(OrderGetTicket(i) > 0 && OrderGetInteger(ORDER_MAGIC) == magic) return(true);
   if(!SelectHistory(7 * 86400)) return(false);
   for(int i = HistoryOrdersTotal() - 1; i >= 0; i--) {
      ulong order = HistoryOrderGetTicket(i);
      long state = HistoryOrderGetInteger(order, ORDER_STATE);
      bool ended = state == ORDER_STATE_REJECTED || state == ORDER_STATE_CANCELED || state == ORDER_STATE_EXPIRED;
      if(order > 0 && !ended && HistoryOrderGetInteger(order, ORDER_MAGIC) == magic) return(true);
   }
   return(false);
}

//--- views, as JSON
string AccountJson() {
   return("{\"login\":" + IntegerToString(AccountInfoInteger(ACCOUNT_LOGIN)) + ",\"server\":" + Quoted(AccountInfoString(ACCOUNT_SERVER))
          + ",\"currency\":" + Quoted(AccountInfoString(ACCOUNT_CURRENCY)) + ",\"hedging\":" + Flag(Hedging())
          + ",\"balance\":" + DoubleToString(AccountInfoDouble(ACCOUNT_BALANCE), 2)
          + ",\"equity\":" + DoubleToString(AccountInfoDouble(ACCOUNT_EQUITY), 2)
          + ",\"margin\":" + DoubleToString(AccountInfoDouble(ACCOUNT_MARGIN), 2)
          + ",\"free_margin\":" + DoubleToString(AccountInfoDouble(ACCOUNT_MARGIN_FREE), 2) + "}");
}

string PositionJson() {
   string symbol = PositionGetString(POSITION_SYMBOL);
   int digits = (int)SymbolInfoInteger(symbol, SYMBOL_DIGITS);
   return("{\"ticket\":" + IntegerToString(PositionGetInteger(POSITION_TICKET)) + ",\"symbol\":" + Quoted(symbol)
          + ",\"identifier\":" + IntegerToString(PositionGetInteger(POSITION_IDENTIFIER))
          + ",\"type\":" + (PositionGetInteger(POSITION_TYPE) == POSITION_TYPE_BUY ? "\"BUY\"" : "\"SELL\"")
          + ",\"volume\":" + Number(PositionGetDouble(POSITION_VOLUME))
          + ",\"open_price\":" + DoubleToString(PositionGetDouble(POSITION_PRICE_OPEN), digits)
          + ",\"sl\":" + DoubleToString(PositionGetDouble(POSITION_SL), digits)
          + ",\"tp\":" + DoubleToString(PositionGetDouble(POSITION_TP), digits)
          + ",\"profit\":" + DoubleToString(PositionGetDouble(POSITION_PROFIT), 2)
          + ",\"swap\":" + DoubleToString(PositionGetDouble(POSITION_SWAP), 2)
          + ",\"magic\":" + IntegerToString(PositionGetInteger(POSITION_MAGIC))
          + ",\"comment\":" + Quoted(PositionGetString(POSITION_COMMENT))
          + ",\"open_time\":" + IntegerToString(Gmt(PositionGetInteger(POSITION_TIME))) + "}");
}

// All of them or none: a position that moved while it was read makes the list worthless.
bool PositionsJson(string &all) {
   int total = PositionsTotal();
   all = "";
   for(int i = 0; i < total; i++) {
      if(PositionGetTicket(i) == 0) return(false);
      all += (i > 0 ? "," : "") + PositionJson();
   }
   all = "[" + all + "]";
   return(PositionsTotal() == total);
}

// The magics of our orders that the broker has taken and not ended; false when the list is not whole.
bool OrdersJson(string &all) {
   int total = OrdersTotal();
   all = "";
   for(int i = 0; i < total; i++) {
      if(OrderGetTicket(i) == 0) return(false);
      long magic = OrderGetInteger(ORDER_MAGIC);
      string row = "{\"magic\":" + IntegerToString(magic) + "}";
      if(Ours(magic)) all += (all == "" ? "" : ",") + row;
   }
   all = "[" + all + "]";
   return(OrdersTotal() == total);
}

string SymbolJson(const string name) {
   int digits = (int)SymbolInfoInteger(name, SYMBOL_DIGITS);
   return("{\"name\":" + Quoted(name) + ",\"digits\":" + IntegerToString(digits)
          + ",\"bid\":" + DoubleToString(SymbolInfoDouble(name, SYMBOL_BID), digits)
          + ",\"ask\":" + DoubleToString(SymbolInfoDouble(name, SYMBOL_ASK), digits)
          + ",\"time\":" + IntegerToString(Gmt(SymbolInfoInteger(name, SYMBOL_TIME)))
          + ",\"contract_size\":" + Number(SymbolInfoDouble(name, SYMBOL_TRADE_CONTRACT_SIZE))
          + ",\"tick_size\":" + Number(SymbolInfoDouble(name, SYMBOL_TRADE_TICK_SIZE))
          + ",\"tick_value\":" + Number(SymbolInfoDouble(name, SYMBOL_TRADE_TICK_VALUE_LOSS))
          + ",\"volume_min\":" + Number(SymbolInfoDouble(name, SYMBOL_VOLUME_MIN))
          + ",\"volume_step\":" + Number(SymbolInfoDouble(name, SYMBOL_VOLUME_STEP))
          + ",\"volume_max\":" + Number(SymbolInfoDouble(name, SYMBOL_VOLUME_MAX))
          + ",\"stops_level\":" + IntegerToString(SymbolInfoInteger(name, SYMBOL_TRADE_STOPS_LEVEL))
          + ",\"full\":" + Flag(SymbolInfoInteger(name, SYMBOL_TRADE_MODE) == SYMBOL_TRADE_MODE_FULL) + "}");
}

// The symbols of the Market Watch, all of them or none.
bool SymbolsJson(string &all, Outcome &o) {
   all = "";
   if(SymbolsTotal(true) > MAX_SYMBOLS) o.code = "TOO_MANY";
   for(int i = 0; o.code == "" && i < SymbolsTotal(true); i++) all += (i > 0 ? "," : "") + SymbolJson(SymbolName(i, true));
   all = "[" + all + "]";
   return(o.code == "");
}

string DealType(const long type) {
   if(type == DEAL_TYPE_BUY) return("BUY");
   if(type == DEAL_TYPE_SELL) return("SELL");
   if(type == DEAL_TYPE_BUY_CANCELED) return("BUY_CANCELED");
   return(type == DEAL_TYPE_SELL_CANCELED ? "SELL_CANCELED" : "");
}

string DealJson(const ulong deal) {
   string symbol = HistoryDealGetString(deal, DEAL_SYMBOL);
   long reason = HistoryDealGetInteger(deal, DEAL_REASON);
   double costs = HistoryDealGetDouble(deal, DEAL_COMMISSION) + HistoryDealGetDouble(deal, DEAL_FEE);
   return("{\"ticket\":" + IntegerToString((long)deal) + ",\"symbol\":" + Quoted(symbol)
          + ",\"order\":" + IntegerToString(HistoryDealGetInteger(deal, DEAL_ORDER))
          + ",\"position\":" + IntegerToString(HistoryDealGetInteger(deal, DEAL_POSITION_ID))
          + ",\"type\":" + Quoted(DealType(HistoryDealGetInteger(deal, DEAL_TYPE)))
          + ",\"entry\":" + (HistoryDealGetInteger(deal, DEAL_ENTRY) == DEAL_ENTRY_IN ? "\"IN\"" : "\"OUT\"")
          + ",\"volume\":" + Number(HistoryDealGetDouble(deal, DEAL_VOLUME))
          + ",\"price\":" + DoubleToString(HistoryDealGetDouble(deal, DEAL_PRICE), (int)SymbolInfoInteger(symbol, SYMBOL_DIGITS))
          + ",\"profit\":" + DoubleToString(HistoryDealGetDouble(deal, DEAL_PROFIT), 2)
          + ",\"swap\":" + DoubleToString(HistoryDealGetDouble(deal, DEAL_SWAP), 2) + ",\"commission\":" + DoubleToString(costs, 2)
          + ",\"reason\":" + (reason == DEAL_REASON_SL ? "\"SL\"" : reason == DEAL_REASON_TP ? "\"TP\"" : reason == DEAL_REASON_SO ? "\"SO\"" : "\"\"")
          + ",\"magic\":" + IntegerToString(HistoryDealGetInteger(deal, DEAL_MAGIC))
          + ",\"comment\":" + Quoted(HistoryDealGetString(deal, DEAL_COMMENT))
          + ",\"time\":" + IntegerToString(Gmt(HistoryDealGetInteger(deal, DEAL_TIME))) + "}");
}

// Every buy and sell of our positions, annulled ones too, whoever made it, since a moment, in seconds of GMT; false when that
// cannot be had whole.
bool DealsJson(const long since, string &all, Outcome &o) {
   string ours = ",";
   all = "";
   if(!SelectHistory((long)TimeGMT() - since + 86400)) return(false);
   int total = HistoryDealsTotal(), listed = 0;
   for(int pass = 0; pass < 2; pass++)
      for(int i = 0; i < total; i++) {
         ulong deal = HistoryDealGetTicket(i);
         if(deal == 0) return(false);
         string position = IntegerToString(HistoryDealGetInteger(deal, DEAL_POSITION_ID)) + ",";
         bool known = StringFind(ours, "," + position) >= 0;
         if(pass == 0 && !known && Ours(HistoryDealGetInteger(deal, DEAL_MAGIC))) ours += position;
         if(pass == 0 || !known || DealType(HistoryDealGetInteger(deal, DEAL_TYPE)) == "") continue;
         if(++listed > MAX_DEALS) o.code = "TOO_MANY";
         if(listed > MAX_DEALS) return(false);
         all += (all == "" ? "" : ",") + DealJson(deal);
      }
   all = "[" + all + "]";
   return(true);
}
