// BittenBridge: the Expert Advisor of BITTEN's file bridge, journaled profile.
// A request file is carried out at most once and is always answered; what cannot be known is "unknown".
// The formats are in PROTOCOL.md, the installation in INSTALL.md, the checks in check/.
#property copyright "BITTEN"
#property version   "2.11"

input int  InpPollMs        = 100;           // how often request files are looked for, ms
input int  InpStatusMs      = 1000;          // how often the status file is written, ms
input int  InpSettleSeconds = 15;            // how long a new connection is not trusted to be in sync
input long InpMagicFirst    = 1099511627777; // the magics that are ours: first
input long InpMagicLast     = 2199023255551; // and last

#include "BittenTerminal.mqh"
#include "BittenJournal.mqh"

#define VERSION     "2.11"
#define REQUESTS    "bitten_instructions\\"
#define CLAIMED     "bitten_work\\"
#define RESULTS     "bitten_results\\"
#define JOURNAL     "bitten_journal.txt"
#define HALT_FLAG   "bitten_halt.flag"
#define STATUS_FILE "bitten_status.txt"
#define MAX_AT_ONCE 50

// A position without a stop, and when it is seen to again; ms of uptime.
struct Naked {
   ulong id, due, pause;
};

Naked nakeds[];
ulong  connected_since; // ms of uptime, 0 while there is no connection
ulong  status_due;      // ms of uptime

//--- what the broker shows
// Lists are not believed for a while after the connection came up: the history is still loading.
bool Synced() {
   if(!Connected()) connected_since = 0;
   else if(connected_since == 0) connected_since = GetTickCount64();
   return(connected_since > 0 && GetTickCount64() - connected_since >= (ulong)InpSettleSeconds * 1000);
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
void CloseLots(const double lots, const string comment, Outcome &o) {
   MqlTradeRequest request;
   ulong id = (ulong)PositionGetInteger(POSITION_IDENTIFIER);
   double before = PositionGetDouble(POSITION_VOLUME), left = before;
   bool buy = PositionGetInteger(POSITION_TYPE) == POSITION_TYPE_SELL;
   Prepare(request, PositionGetString(POSITION_SYMBOL), buy, lots > 0 && lots < before ? lots : before);
   request.position = (ulong)PositionGetInteger(POSITION_TICKET);
   request.magic = (ulong)PositionGetInteger(POSITION_MAGIC);
   request.deviation = 100;
   request.comment = comment;
   if(Send(request, o) < 0) return;
   for(int i = 0; i < 20; i++) {
      left = Select(id) ? PositionGetDouble(POSITION_VOLUME) : 0;
      if(left < before - 0.000001) break;
      Sleep(50);
   }
   o.volume = before - left;
   if(o.volume > 0 && Synced()) o.status = "success";
}

// Whether the position is gone or shows a stop, which may come a moment after the broker took it.
bool Stopped(const ulong id) {
   for(int i = 0; i < 20; i++) {
      if(!Select(id) || PositionGetDouble(POSITION_SL) > 0) return(true);
      Sleep(50);
   }
   return(false);
}

// A position keeps a stop, or it goes. One that has the asked stop already (10025) is only shown late.
void Secure(const ulong id, const double sl, const double tp) {
   Outcome o;
   Begin(o);
   for(int i = 0; i < 3; i++) {
      if(!Select(id) || PositionGetDouble(POSITION_SL) > 0) return;
      if(SendStops(sl, tp, o) >= 0 && (Stopped(id) || o.retcode == 10025)) return;
   }
   if(Select(id) && PositionGetDouble(POSITION_SL) <= 0) CloseLots(0, "NOSTOP", o);
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
   for(int i = 0; i < 20 && !FindFill(r, o); i++) Sleep(50);
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
   if(r.account == bound && r.epoch > highest_epoch) {
      if(!Append("E," + IntegerToString(r.epoch) + "," + bound)) { o.code = "JOURNAL_FAILED"; return; }
      highest_epoch = r.epoch;
   }
   if(!Intend(r, r.command == "open" ? r.magic : 0)) { o.code = "JOURNAL_FAILED"; return; } // not a no: the same id may still come again
   string refusal = Refusal(r);
   if(refusal != "") { No(o, refusal); return; }
   if(r.command == "open") { Enter(r, o); return; }
   if(r.command == "close_all") { CloseAll(r.id, o); return; }
   o.ticket = r.argument;
   if(!Select((ulong)r.argument)) { No(o, Synced() ? "POSITION_CLOSED" : "NOT_SYNCED"); return; }
   if(PositionGetInteger(POSITION_MAGIC) != r.magic) { No(o, "MAGIC_NOT_OURS"); return; }
   if(r.command == "close") { CloseLots(r.lot, r.id, o); return; }
   if(SendStops(r.sl, r.tp, o) < 0 || !Select((ulong)r.argument)) return;
   o.sl = PositionGetDouble(POSITION_SL);
   if(MathAbs(o.sl - r.sl) < SymbolInfoDouble(PositionGetString(POSITION_SYMBOL), SYMBOL_POINT) / 2) o.status = "success";
}

// A fill is told only as the broker shows it, and after its stop was seen to.
void Tell(const Request &r, Outcome &o) {
   if(r.command != "open" || o.status == "rejected" || !FindFill(r, o) || o.code == "MAGIC_REUSED") return;
   Secure((ulong)o.ticket, r.sl, r.tp);
   o.sl = Select((ulong)o.ticket) ? PositionGetDouble(POSITION_SL) : 0;
   o.status = "filled";
}

//--- questions, which change nothing and may be asked again
void Inform(const Request &r, Outcome &o) {
   string list = "", orders = "";
   bool whole = Synced() && r.account == Account();
   // The orders first: what is executed in between is in both lists, and never in none.
   if(r.command == "positions" && !(OrdersJson(orders) && PositionsJson(list))) whole = false;
   if(r.command == "history" && !DealsJson(r.argument, list, o)) whole = false;
   if(r.command == "symbols" && !SymbolsJson(list, o)) whole = false;
   o.status = "success";
   o.list = ",\"connected\":" + Flag(Connected()) + ",\"complete\":" + Flag(whole && Connected());
   if(list != "" && whole) o.list += ",\"" + (r.command == "history" ? "deals" : r.command) + "\":" + list;
   if(orders != "" && whole) o.list += ",\"orders\":" + orders;
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
      bool valid = Parse(text, id, r), opens = r.command == "open";
      bool here = r.account == bound; // lists and magics of another account say nothing
      int mine = Known(id), owner = opens && here ? Owner(r.magic) : -1;
      bool known = mine >= 0 || owner >= 0;
      bool seen = opens && here && (FindFill(r, o) || FindOrder(r.magic));
      bool taken = owner >= 0 ? Base(intents[owner].id) != Base(id) : o.code == "MAGIC_REUSED" && Synced();
      o.code = "";
      if(valid && Asks(r.command)) Inform(r, o);
      else if(valid && taken && (mine < 0 || intents[mine].magic == 0)) {
         if(mine < 0 && !Intend(r, 0)) return;
         No(o, "MAGIC_REUSED");
      }
      else if(!known && (again || seen || !valid) && !Intend(r, opens ? r.magic : 0)) return;
      else if(!valid && !known && !again) No(o, "BAD_REQUEST");
      else if(valid && !known && !again && !seen) Act(r, o);
      if(valid && opens && o.status == "rejected") Free(id);
      if(valid && here) Tell(r, o);
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

int Slot(const ulong id) {
   int n = ArraySize(nakeds);
   for(int i = 0; i < n; i++)
      if(nakeds[i].id == id) return(i);
   ArrayResize(nakeds, n + 1);
   nakeds[n].id = id;
   nakeds[n].due = 0;
   nakeds[n].pause = 500;
   return(n);
}

// Positions of ours whose stop is missing, whoever took it away. Each that cannot be mended is left alone for longer and longer.
void Guard() {
   int found = 0;
   if(!Connected() || !TradeAllowed()) return;
   for(int i = PositionsTotal() - 1; i >= 0; i--) {
      if(PositionGetTicket(i) == 0 || PositionGetDouble(POSITION_SL) > 0 || !Ours(PositionGetInteger(POSITION_MAGIC))) continue;
      ulong id = (ulong)PositionGetInteger(POSITION_IDENTIFIER);
      int n = Owner(PositionGetInteger(POSITION_MAGIC)), k = Slot(id);
      found++;
      if(n < 0 || GetTickCount64() < nakeds[k].due) continue;
      Secure(id, intents[n].sl, intents[n].tp);
      bool still = Select(id) && PositionGetDouble(POSITION_SL) <= 0;
      nakeds[k].pause = !still ? 500 : nakeds[k].pause < 30000 ? 2 * nakeds[k].pause : 60000;
      nakeds[k].due = GetTickCount64() + nakeds[k].pause;
   }
   if(found == 0) ArrayResize(nakeds, 0);
}

//--- what the terminal calls
void OnTimer() {
   Synced();
   if(Account() != bound && !Recall()) return;
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
   ArrayResize(nakeds, 0);
   FolderCreate("bitten_instructions");
   FolderCreate("bitten_work");
   FolderCreate("bitten_results");
   journal = FileOpen(JOURNAL, FILE_READ | FILE_WRITE | FILE_BIN | FILE_SHARE_READ);
   if(journal == INVALID_HANDLE) Print("BittenBridge cannot open its journal; is it on another chart as well?");
   if(journal == INVALID_HANDLE) return(INIT_FAILED);
   return(Recall() && EventSetMillisecondTimer(InpPollMs) ? INIT_SUCCEEDED : INIT_FAILED);
}

void OnDeinit(const int reason) {
   EventKillTimer();
   FileClose(journal);
}
