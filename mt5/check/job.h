// A request of the client, and what the program told of it.
#pragma once
#include "mql5.h"

struct Told {
  std::string status, text;
};

struct Job {
  std::string id, command, text, account;
  long magic = 0, expiry = 0, epoch = 0, argument = 0;
  double lot = 0, sl = 0, tp = 0;
  bool damaged = false, withdrawn = false, answered = false;
  int placed = 0, sends = 0, effects = 0;
  ulong ticket = 0;
  double volume = 0;
  std::vector<Told> told;
};

// An order's id: sixteen of A-Z and 2-7, as the relay makes them.
std::string order_id(size_t number);

// Without the number of its attempt.
std::string base(const std::string &id);

// Writes the job's text from its numbers, with a checksum.
void compose(Job &job);

// The text of "name":value in flat JSON, without quotes.
std::string field(const std::string &json, const std::string &name);
