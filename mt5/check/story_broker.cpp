// What the broker does with a request to trade, and what no request may be.
#include "story.h"

Fate Story::fate(const MqlTradeRequest &r) {
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

void Story::sent(const MqlTradeRequest &r, const Fate &f) {
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
  if (f.retcode == 10008 && f.delay_ms > 0) placed[r.magic] = clock;
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

void Story::executed(const MqlTradeRequest &r, ulong ticket) {
  Job *job = find(r.comment.str());
  if (job != nullptr) job->effects++;
  if (r.action == TRADE_ACTION_DEAL && r.position == 0) {
    if (orders_seen.count(r.magic)) throw Broken{"two entries of magic " + std::to_string(r.magic)};
    stops_asked[ticket] = r.sl;
    if (job != nullptr) job->ticket = ticket;
  }
}
