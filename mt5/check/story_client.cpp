// The client: it places requests and takes them back, halts, and reads results.
#include "story.h"
#include <algorithm>

void Story::act() {
  client_busy = true;
  long what = dice.below(20);
  if (what < 7) place_new();
  else if (what < 9) place_again();
  else if (what < 11) withdraw();
  else if (what < 12) halt();
  else read_results(0.5);
  client_busy = false;
}

void Story::ask_history() { place_new(16); }

void Story::place_new() { place_new(dice.below(20)); }

void Story::place_new(long kind) {
  Job job;
  job.command = kind < 11 ? "open" : kind < 13 ? "close" : kind < 14 ? "modify" : kind < 15 ? "close_all" : kind < 16 ? "positions" : kind < 18 ? "history" : kind < 19 ? "account" : "symbols";
  job.id = job.command == "open" ? order_id(jobs.size()) : "0X" + std::to_string(jobs.size());
  job.account = ACCOUNT;
  job.epoch = dice.chance(0.1) ? 1 + dice.below(3) : 3 + (clock - START) / 60000;
  job.expiry = clock + (dice.chance(0.15) ? dice.below(1500) : 4000 + dice.below(40000));
  job.magic = next_magic++;
  if (dice.chance(0.02)) job.magic = 20250626;
  if (dice.chance(0.1) && !jobs.empty() && jobs.back().command == "open" && jobs.back().magic > MAGIC) {
    job.magic = jobs.back().magic;
    if (job.command == "open" && dice.chance(0.5) && jobs.back().id.find('-') == std::string::npos) job.id = jobs.back().id + "-2";
  }
  job.lot = 0.01 * (double)(1 + dice.below(9));
  job.sl = dice.chance(0.02) ? 0 : 1.09000;
  job.tp = 1.12000;
  if (job.command == "close" || job.command == "modify") aim(job);
  compose(job);
  if (dice.chance(0.03)) {
    job.damaged = true;
    job.text[10 + (size_t)dice.below((long)job.text.size() - 20)] ^= 1;
    counts.damaged++;
  }
  counts.requests++;
  jobs.push_back(job);
  place(jobs.back());
}

void Story::aim(Job &job) {
  const BookPosition &target = positions[(size_t)dice.below((long)positions.size())];
  job.argument = (long)target.id;
  job.magic = target.magic;
  if (dice.chance(0.3)) job.lot = 0;
  job.sl = 1.0 + 0.0001 * (double)dice.below(900);
}

void Story::place(Job &job) {
  std::string path = "bitten_instructions/" + job.id + ".txt";
  if (disk.exists(path) || job.withdrawn) return;
  disk.all[path] = job.text;
  job.placed++;
  say("placed " + job.id + " " + job.command);
}

void Story::place_again() {
  if (jobs.empty()) return;
  Job &job = jobs[jobs.size() - 1 - (size_t)dice.below(std::min<long>(5, (long)jobs.size()))];
  place(job);
  counts.duplicates++;
}

// Whoever moves the file first has it: taken back is proof that it is not carried out.
void Story::withdraw() {
  if (jobs.empty()) return;
  Job &job = jobs[jobs.size() - 1 - (size_t)dice.below(std::min<long>(3, (long)jobs.size()))];
  if (job.placed != 1 || !disk.remove("bitten_instructions/" + job.id + ".txt")) return;
  if (job.sends > 0) throw Broken{job.id + " was carried out without being claimed"};
  job.withdrawn = true;
  counts.withdrawn++;
  say("withdrew " + job.id);
}

void Story::halt() {
  if (halted_at > 0) disk.remove("bitten_halt.flag");
  else disk.all["bitten_halt.flag"] = "";
  halted_at = halted_at > 0 ? 0 : clock;
  say(halted_at > 0 ? "halt" : "halt lifted");
}

void Story::read_results(double share) {
  for (const std::string &name : disk.list("bitten_results")) {
    if (name.size() < 6 || name.substr(name.size() - 5) != ".json" || !dice.chance(share)) continue;
    Job *job = find(name.substr(0, name.size() - 5));
    std::string text = disk.all["bitten_results/" + name];
    if (job == nullptr || text.empty() || text.back() != '\n') throw Broken{"a result that is none: " + name};
    say("result " + text.substr(0, text.size() - 1));
    job->told.push_back({field(text, "status"), text});
    disk.remove("bitten_results/" + name);
  }
}
