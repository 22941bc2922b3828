// The broker: what becomes of a request to trade, and when the terminal shows it.
#include "terminal_call.h"
#include <algorithm>

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
