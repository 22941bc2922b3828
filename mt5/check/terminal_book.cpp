// The MQL5 calls that read positions, orders and the history.
#include "terminal_call.h"

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

// What the broker said it has placed. What was sent while nobody answered is in no list until it is executed.
static std::vector<ulong> working() {
  terminal->settle_late();
  std::vector<ulong> magics;
  for (const Terminal::Late &one : terminal->late)
    if (one.fate.retcode == 10008) magics.push_back(one.request.magic);
  return magics;
}

// An order's ticket is its magic here: only whether there is one matters.
int OrdersTotal() { return (int)working().size(); }
ulong OrderGetTicket(int index) {
  std::vector<ulong> all = working();
  terminal->selected_order = index < 0 || index >= (int)all.size() ? 0 : all[(size_t)index];
  return terminal->selected_order;
}
long OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER) { return (long)terminal->selected_order; }

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

int HistoryOrdersTotal() { return (int)terminal->history_orders.size(); }
ulong HistoryOrderGetTicket(int index) {
  return index < 0 || index >= HistoryOrdersTotal() ? 0 : terminal->history_orders[(size_t)index];
}
long HistoryOrderGetInteger(ulong ticket, ENUM_ORDER_PROPERTY_INTEGER id) { return id == ORDER_STATE ? (long)ORDER_STATE_FILLED : (long)ticket; }
