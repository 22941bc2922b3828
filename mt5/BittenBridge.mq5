// BittenBridge: the Expert Advisor of BITTEN's file bridge, journaled profile.
// A request file is carried out at most once and is always answered; what cannot be known is "unknown".
// The formats are in PROTOCOL.md, the installation in INSTALL.md, the checks in check/.
#property copyright "BITTEN"
#property version   "2.00"

#include "BittenTerminal.mqh"

input int  InpPollMs        = 100;           // how often request files are looked for, ms
input int  InpStatusMs      = 1000;          // how often the status file is written, ms
input int  InpSettleSeconds = 15;            // how long a new connection is not trusted to be in sync
input long InpMagicFirst    = 1099511627777; // the magics that are ours: first
input long InpMagicLast     = 2199023255551; // and last

#define VERSION     "2.00"
#define REQUESTS    "bitten_instructions\\"
#define CLAIMED     "bitten_work\\"
#define RESULTS     "bitten_results\\"
#define JOURNAL     "bitten_journal.txt"
#define HALT_FLAG   "bitten_halt.flag"
#define STATUS_FILE "bitten_status.txt"
#define MAX_AT_ONCE 50

// What the journal holds of a request; the magic is 0 where the request opens nothing.
struct Intent {
   string id;
   long   magic;
   double sl, tp;
};

Intent intents[];
long   highest_epoch;
int    journal;
ulong  connected_since; // ms of uptime, 0 while there is no connection
ulong  status_due;      // ms of uptime

//--- the journal: an id is in the file before anything is sent for it
void Remember(const string id, const long magic, const double sl, const double tp) {
   int n = ArraySize(intents);
   ArrayResize(intents, n + 1, 1000);
   intents[n].id = id;
   intents[n].magic = magic;
   intents[n].sl = sl;
   intents[n].tp = tp;
}

bool Append(const string line) { return(FileSeek(journal, 0, SEEK_END) && Write(journal, "\n" + line + ",.\n")); }

bool Intend(const Request &r) {
   long magic = r.command == "open" ? r.magic : 0;
   if(!Append("I," + r.id + "," + IntegerToString(magic) + "," + DoubleToString(r.sl, 8) + "," + DoubleToString(r.tp, 8))) return(false);
   Remember(r.id, magic, r.sl, r.tp);
   return(true);
}

int Known(const string id, const long magic) {
   for(int i = ArraySize(intents) - 1; i >= 0; i--)
      if(intents[i].id == id || (magic > 0 && intents[i].magic == magic)) return(i);
   return(-1);
}

void Recall() {
   string lines[], parts[];
   ArrayResize(intents, 0);
   highest_epoch = 0;
   int n = StringSplit(ReadAll(journal), '\n', lines);
   for(int i = 0; i < n; i++) {
      int m = StringSplit(lines[i], ',', parts);
      if(m == 3 && parts[0] == "E" && parts[2] == ".") highest_epoch = StringToInteger(parts[1]);
      int freed = m == 3 && parts[0] == "N" && parts[2] == "." ? Known(parts[1], 0) : -1;
      if(freed >= 0) intents[freed].magic = 0;
      if(m == 6 && parts[0] == "I" && parts[5] == ".")
         Remember(parts[1], StringToInteger(parts[2]), StringToDouble(parts[3]), StringToDouble(parts[4]));
   }
}

// A definite no frees the magic for another attempt, and never the id.
void Free(const string id) {
   int n = Known(id, 0);
   if(n >= 0 && intents[n].magic > 0 && Append("N," + id)) intents[n].magic = 0;
}

//--- what the broker shows
bool Ours(const long magic) { return(magic >= InpMagicFirst && magic <= InpMagicLast); }

// Lists are not believed for a while after the connection came up: the history is still loading.
bool Synced() {
   if(!Connected()) connected_since = 0;
   else if(connected_since == 0) connected_since = GetTickCount64();
   return(connected_since > 0 && GetTickCount64() - connected_since >= (ulong)InpSettleSeconds * 1000);
}

// The position of a magic, else its entry deals.
bool FindFill(const long magic, Outcome &o) {
   for(int i = PositionsTotal() - 1; i >= 0; i--)
      if(PositionGetTicket(i) > 0 && PositionGetInteger(POSITION_MAGIC) == magic) {
         o.ticket = PositionGetInteger(POSITION_TICKET);
         o.volume = PositionGetDouble(POSITION_VOLUME);
         o.price = PositionGetDouble(POSITION_PRICE_OPEN);
         o.sl = PositionGetDouble(POSITION_SL);
         return(true);
      }
   double volume = 0, cost = 0;
   if(!SelectHistory(7 * 86400)) return(false);
   for(int i = HistoryDealsTotal() - 1; i >= 0; i--) {
      ulong deal = HistoryDealGetTicket(i);
      if(deal == 0 || HistoryDealGetInteger(deal, DEAL_MAGIC) != magic
         || HistoryDealGetInteger(deal, DEAL_ENTRY) != DEAL_ENTRY_IN
         || HistoryDealGetInteger(deal, DEAL_TYPE) > DEAL_TYPE_SELL) continue; // not what the broker annulled
      o.ticket = HistoryDealGetInteger(deal, DEAL_POSITION_ID);
      volume += HistoryDealGetDouble(deal, DEAL_VOLUME);
      cost += HistoryDealGetDouble(deal, DEAL_VOLUME) * HistoryDealGetDouble(deal, DEAL_PRICE);
   }
   if(volume <= 0) return(false);
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

//--- sending
int Send(MqlTradeRequest &request, Outcome &o) {
   MqlTradeResult result;
   ZeroMemory(result);
   if(!OrderSend(request, result)) Print("OrderSend said false, return code ", result.retcode);
   o.retcode = (long)result.retcode;
   o.message = IntegerToString(o.retcode) + " " + result.comment;
   if(result.price > 0) o.price = result.price;
   if(Meaning(o.retcode) < 0) o.status = "rejected";
   return(Meaning(o.retcode));
}

void Prepare(MqlTradeRequest &request, const string symbol, const bool buy, const double volume) {
   ZeroMemory(request);
   long modes = SymbolInfoInteger(symbol, SYMBOL_FILLING_MODE);
   request.action = TRADE_ACTION_DEAL;
   request.symbol = symbol;
   request.volume = volume;
   request.type = buy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
   request.price = SymbolInfoDouble(symbol, buy ? SYMBOL_ASK : SYMBOL_BID);
   request.type_filling = ORDER_FILLING_RETURN;
   if((modes & SYMBOL_FILLING_IOC) != 0) request.type_filling = ORDER_FILLING_IOC;
   if((modes & SYMBOL_FILLING_FOK) != 0) request.type_filling = ORDER_FILLING_FOK;
}

// For the selected position, as the next one is.
int SendStops(const double sl, const double tp, Outcome &o) {
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action = TRADE_ACTION_SLTP;
   request.position = (ulong)PositionGetInteger(POSITION_TICKET);
   request.symbol = PositionGetString(POSITION_SYMBOL);
   request.magic = (ulong)PositionGetInteger(POSITION_MAGIC);
   request.sl = sl;
   request.tp = tp;
   return(Send(request, o));
}

// Closes so many lots, 0 for all, and sees that they are gone.
void CloseLots(const double lots, const string id, Outcome &o) {
   MqlTradeRequest request;
   ulong ticket = (ulong)PositionGetInteger(POSITION_TICKET);
   double before = PositionGetDouble(POSITION_VOLUME), left = before;
   bool buy = PositionGetInteger(POSITION_TYPE) == POSITION_TYPE_SELL;
   Prepare(request, PositionGetString(POSITION_SYMBOL), buy, lots > 0 && lots < before ? lots : before);
   request.position = ticket;
   request.magic = (ulong)PositionGetInteger(POSITION_MAGIC);
   request.deviation = 100;
   request.comment = id;
   if(Send(request, o) < 0) return;
   for(int i = 0; i < 20; i++) {
      left = PositionSelectByTicket(ticket) ? PositionGetDouble(POSITION_VOLUME) : 0;
      if(left < before - 0.000001) break;
      Sleep(50);
   }
   o.volume = before - left;
   if(o.volume > 0 && Synced()) o.status = "success";
}

// A position keeps a stop, or it goes.
void Secure(const ulong ticket, const double sl, const double tp) {
   Outcome o;
   Begin(o);
   for(int i = 0; i < 3; i++) {
      if(!PositionSelectByTicket(ticket) || PositionGetDouble(POSITION_SL) > 0) return;
      SendStops(sl, tp, o);
   }
   if(PositionSelectByTicket(ticket) && PositionGetDouble(POSITION_SL) <= 0) CloseLots(0, "NOSTOP", o);
}

// What stands against a request at this very moment; empty when nothing does.
string Refusal(const Request &r) {
   bool opens = r.command == "open", exits = r.command == "close" || r.command == "close_all";
   if((long)TimeGMT() * 1000 + 999 >= r.expiry) return("EXPIRED");
   if(r.account != Account()) return("WRONG_ACCOUNT");
   if(opens && r.epoch < highest_epoch) return("STALE_EPOCH");
   if(opens && FileIsExist(HALT_FLAG)) return("HALTED");
   if(!Hedging()) return("NETTING_ACCOUNT");
   if(!Connected()) return("NOT_CONNECTED");
   if(!TradeAllowed()) return("TRADE_NOT_ALLOWED");
   if(!exits && !Synced()) return("NOT_SYNCED");
   if(r.command != "close_all" && !Ours(r.magic)) return("MAGIC_NOT_OURS");
   if(!exits && r.sl <= 0) return("NO_STOP");
   if(opens && (r.price != 0 || r.lot <= 0 || (r.type != "BUY" && r.type != "SELL"))) return("BAD_REQUEST");
   if(opens && !SymbolSelect(r.symbol, true)) return("NO_SYMBOL");
   return("");
}

void Enter(const Request &r, Outcome &o) {
   MqlTradeRequest request;
   Prepare(request, r.symbol, r.type == "BUY", r.lot);
   request.sl = r.sl;
   request.tp = r.tp;
   request.magic = (ulong)r.magic;
   request.deviation = (ulong)r.deviation;
   request.comment = r.id;
   if(Send(request, o) < 0) return;
   for(int i = 0; i < 20 && !FindFill(r.magic, o); i++) Sleep(50);
}

void CloseAll(const string id, Outcome &o) {
   int left = 0;
   for(int i = PositionsTotal() - 1; i >= 0; i--) {
      if(PositionGetTicket(i) == 0 || !Ours(PositionGetInteger(POSITION_MAGIC))) continue;
      Outcome one;
      Begin(one);
      CloseLots(0, id, one);
      if(one.status == "success") continue;
      left++;
      o.message = one.message;
   }
   o.status = left == 0 && Synced() ? "success" : "unknown";
}

void Act(const Request &r, Outcome &o) {
   if(r.epoch > highest_epoch) {
      if(!Append("E," + IntegerToString(r.epoch))) { o.code = "JOURNAL_FAILED"; return; }
      highest_epoch = r.epoch;
   }
   if(!Intend(r)) { o.code = "JOURNAL_FAILED"; return; } // not a no: the same id may still come again
   string refusal = Refusal(r);
   if(refusal != "") { No(o, refusal); return; }
   if(r.command == "open") { Enter(r, o); return; }
   if(r.command == "close_all") { CloseAll(r.id, o); return; }
   o.ticket = r.argument;
   if(!PositionSelectByTicket((ulong)r.argument)) { No(o, Synced() ? "POSITION_CLOSED" : "NOT_SYNCED"); return; }
   if(PositionGetInteger(POSITION_MAGIC) != r.magic) { No(o, "MAGIC_NOT_OURS"); return; }
   if(r.command == "close") { CloseLots(r.lot, r.id, o); return; }
   if(SendStops(r.sl, r.tp, o) < 0 || !PositionSelectByTicket((ulong)r.argument)) return;
   o.sl = PositionGetDouble(POSITION_SL);
   if(MathAbs(o.sl - r.sl) < SymbolInfoDouble(PositionGetString(POSITION_SYMBOL), SYMBOL_POINT) / 2) o.status = "success";
}

// A fill is told only as the broker shows it, and after its stop was seen to.
void Tell(const Request &r, Outcome &o) {
   if(r.command != "open" || o.status == "rejected" || !FindFill(r.magic, o)) return;
   Secure((ulong)o.ticket, r.sl, r.tp);
   o.sl = PositionSelectByTicket((ulong)o.ticket) ? PositionGetDouble(POSITION_SL) : 0;
   o.status = "filled";
}

//--- questions, which change nothing and may be asked again
void Inform(const Request &r, Outcome &o) {
   string list = "";
   bool whole = Synced() && r.account == Account();
   if(r.command == "positions" && !PositionsJson(list)) whole = false;
   if(r.command == "history" && !DealsJson(r.argument, list)) whole = false;
   if(r.command == "symbols") list = SymbolsJson();
   o.status = "success";
   o.list = ",\"connected\":" + Flag(Connected()) + ",\"complete\":" + Flag(whole && Connected());
   if(list != "" && whole) o.list += ",\"" + (r.command == "history" ? "deals" : r.command) + "\":" + list;
}

bool Publish(const Request &r, const Outcome &o) {
   string text = "{\"id\":" + Quoted(r.id) + ",\"command\":" + Quoted(r.command) + ",\"status\":" + Quoted(o.status) + ",\"code\":" + Quoted(o.code)
                 + ",\"retcode\":" + IntegerToString(o.retcode) + ",\"message\":" + Quoted(o.message) + ",\"ticket\":" + IntegerToString(o.ticket)
                 + ",\"volume\":" + Number(o.volume) + ",\"price\":" + Number(o.price) + ",\"sl\":" + Number(o.sl) + ",\"timestamp\":" + Stamp(TimeTradeServer())
                 + ",\"gmt_time\":" + Stamp(TimeGMT()) + ",\"account\":" + AccountJson() + o.list + "}\n";
   return(WriteFile(RESULTS + r.id + ".json", text, 0));
}

void WriteStatus() {
   string list = "", why = FileIsExist(HALT_FLAG) ? "halted" : "ready";
   if(!Synced()) why = Connected() ? "waiting for the history" : "not connected";
   if(!TradeAllowed()) why = "trading is not allowed";
   if(!Hedging()) why = "not a hedging account";
   bool whole = PositionsJson(list);
   string text = "{\"type\":\"status\",\"message\":" + Quoted(why) + ",\"timestamp\":" + Stamp(TimeTradeServer()) + ",\"connected\":" + Flag(Connected())
                 + ",\"positions\":" + (whole ? list : "null") + ",\"orders\":" + IntegerToString(OrdersTotal()) + ",\"version\":" + Quoted(VERSION)
                 + ",\"profile\":\"journaled\",\"account\":" + AccountJson() + ",\"trade_allowed\":" + Flag(TradeAllowed()) + ",\"complete\":" + Flag(whole && Synced())
                 + ",\"server_time\":" + Stamp(TimeTradeServer()) + ",\"gmt_time\":" + Stamp(TimeGMT()) + ",\"halted\":" + Flag(FileIsExist(HALT_FLAG))
                 + ",\"epoch\":" + IntegerToString(highest_epoch) + ",\"known\":" + IntegerToString(ArraySize(intents)) + "}\n";
   if(!WriteFile(STATUS_FILE, text, FILE_REWRITE)) Print("the status could not be written");
}

// Answers a claimed request. "again" is a start or a failed answer after the claim: then nothing is sent.
void Answer(const string id, const bool again) {
   string text = "", file = CLAIMED + id + ".txt";
   Request r;
   Outcome o;
   ZeroMemory(r);
   Begin(o);
   r.id = id;
   if(!FileIsExist(RESULTS + id + ".json")) {
      if(!ReadText(file, text)) return;
      bool valid = Parse(text, id, r);
      bool known = Known(id, r.command == "open" ? r.magic : 0) >= 0;
      bool seen = r.command == "open" && (FindFill(r.magic, o) || FindOrder(r.magic));
      if(valid && Asks(r.command)) Inform(r, o);
      else if(!known && (again || seen || !valid) && !Intend(r)) return;
      else if(!valid && !known && !again) No(o, "BAD_REQUEST");
      else if(valid && !known && !again && !seen) Act(r, o);
      if(valid && o.status == "rejected") Free(id);
      if(valid) Tell(r, o);
      if(!Asks(r.command)) WriteStatus();
      if(!Publish(r, o)) return;
   }
   FileDelete(file);
}

void Each(const string folder, const string filter, const bool again) {
   string name = "";
   string ids[];
   long search = FileFindFirst(folder + filter, name);
   if(search == INVALID_HANDLE) return;
   do {
      int n = ArraySize(ids), length = StringLen(name) - 4;
      if(length < 1 || StringSubstr(name, length) != ".txt" || !PlainId(StringSubstr(name, 0, length))) continue;
      ArrayResize(ids, n + 1);
      ids[n] = StringSubstr(name, 0, length);
   } while(ArraySize(ids) < MAX_AT_ONCE && FileFindNext(search, name));
   FileFindClose(search);
   for(int i = 0; i < ArraySize(ids); i++)
      if(again || FileMove(REQUESTS + ids[i] + ".txt", 0, CLAIMED + ids[i] + ".txt", 0)) Answer(ids[i], again);
}

// Positions of ours whose stop is missing, whoever took it away.
void Guard() {
   for(int i = PositionsTotal() - 1; i >= 0; i--) {
      if(PositionGetTicket(i) == 0 || PositionGetDouble(POSITION_SL) > 0 || !Ours(PositionGetInteger(POSITION_MAGIC))) continue;
      int n = Known("", PositionGetInteger(POSITION_MAGIC));
      if(n >= 0) Secure((ulong)PositionGetInteger(POSITION_TICKET), intents[n].sl, intents[n].tp);
   }
}

//--- what the terminal calls
void OnTimer() {
   Synced();
   Each(CLAIMED, "*.txt", true);
   Each(REQUESTS, "0*.txt", false);
   Each(REQUESTS, "*.txt", false);
   if(GetTickCount64() < status_due) return;
   status_due = GetTickCount64() + (ulong)InpStatusMs;
   Guard();
   WriteStatus();
}

// The journal is held open for this one alone: a second chart's Expert Advisor does not start.
int OnInit() {
   connected_since = 0;
   status_due = 0;
   FolderCreate("bitten_instructions");
   FolderCreate("bitten_work");
   FolderCreate("bitten_results");
   journal = FileOpen(JOURNAL, FILE_READ | FILE_WRITE | FILE_BIN | FILE_SHARE_READ);
   if(journal == INVALID_HANDLE) Print("BittenBridge cannot open its journal; is it on another chart as well?");
   if(journal == INVALID_HANDLE) return(INIT_FAILED);
   Recall();
   return(EventSetMillisecondTimer(InpPollMs) ? INIT_SUCCEEDED : INIT_FAILED);
}

void OnDeinit(const int reason) {
   EventKillTimer();
   FileClose(journal);
}
