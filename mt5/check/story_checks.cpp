// What must hold when a story has ended.
#include "story.h"
#include <ctime>

void Story::check() {
  for (Job &job : jobs) {
    if (job.withdrawn && job.sends > 0) throw Broken{job.id + " was carried out though it was taken back"};
    if (!job.withdrawn && !job.answered && job.told.empty()) throw Broken{job.id + " never got a result"};
    for (const Told &told : job.told) check(job, told);
  }
  for (const char *folder : {"bitten_instructions", "bitten_work"})
    if (!disk.list(folder).empty()) throw Broken{std::string(folder) + " is not empty"};
  for (const BookPosition &p : positions)
    if (stops_asked.count(p.id) && p.sl <= 0) throw Broken{"position " + std::to_string(p.ticket) + " has no stop"};
}

void Story::check(const Job &job, const Told &told) {
  if (told.status == "filled") counts.filled++;
  if (told.status == "rejected") counts.rejected++;
  if (told.status == "unknown") counts.unknown++;
  if (told.status == "success") counts.success++;
  if (told.status == "rejected" && job.effects > 0) throw Broken{job.id + " is told as rejected and was carried out"};
  if (told.status == "filled" && job.command != "open") throw Broken{job.id + " is told as filled and opens nothing"};
  if (told.status == "filled") check_fill(job, told.text);
  if (field(told.text, "code") == "POSITION_CLOSED" && position((ulong)job.argument) != nullptr) throw Broken{job.id + " is told that its position is closed"};
  if (told.status != "success") {
    if (told.status != "rejected" && told.status != "unknown" && told.status != "filled") throw Broken{job.id + " has no status: " + told.text};
    return;
  }
  if (job.command == "open") throw Broken{job.id + " opens and is told as success"};
  if (job.command == "close" && !ended(job)) throw Broken{job.id + " is told as closed, and nothing closed"};
  if (field(told.text, "complete") == "true") check_list(job, told.text);
}

bool Story::ended(const Job &job) {
  for (const BookDeal &d : deals)
    if (!d.in && (long)d.position == job.argument) return true;
  return false;
}

void Story::check_fill(const Job &job, const std::string &text) {
  double volume = 0;
  for (const BookDeal &d : deals)
    if (d.in && d.magic == job.magic && base(d.comment) == base(job.id) && std::to_string(d.position) == field(text, "ticket")) volume += d.volume;
  if (volume <= 0) throw Broken{job.id + " is told as filled, and the broker has no such deal"};
  if (std::stod(field(text, "volume")) > volume + 1e-6) throw Broken{job.id + " is told with more volume than was filled"};
}

// A list that is told as complete holds everything that was there two seconds before.
void Story::check_list(const Job &job, const std::string &text) {
  std::string stamp = field(text, "gmt_time");
  struct tm parts {};
  strptime(stamp.c_str(), "%Y.%m.%d %H:%M:%S", &parts);
  long told_at = timegm(&parts) * 1000;
  if (job.command == "positions") check_orders(job, text, told_at);
  if (job.command != "history" || text.find("\"deals\":[") == std::string::npos) return;
  for (const BookDeal &d : deals) {
    bool told = text.find("{\"ticket\":" + std::to_string(d.ticket) + ",") != std::string::npos;
    if (told && d.position == foreign) throw Broken{job.id + " tells a foreign deal"};
    if (d.position != foreign && d.at < told_at - 2000 && !told)
      throw Broken{job.id + " is told as the complete history and lacks deal " + std::to_string(d.ticket)};
  }
}

// Neither a position nor at work is only what was not taken.
void Story::check_orders(const Job &job, const std::string &text, long told_at) {
  for (const auto &[magic, at] : placed) {
    bool early = false;
    for (const BookDeal &d : deals) early = early || (d.in && (ulong)d.magic == magic && d.at <= told_at + 1000);
    if (at < told_at - 2000 && !early && text.find("{\"magic\":" + std::to_string(magic) + "}") == std::string::npos)
      throw Broken{job.id + " is told as every order at work and lacks magic " + std::to_string(magic)};
  }
}
