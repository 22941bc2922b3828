// Thousands of stories of one Expert Advisor, a client, a terminal and a broker, with faults at every call.
//   sim [--seeds N] [--seed K] [--ea NAME] [--tell] [--json] [--list]
// One seed is one story, the same each time. Exit 0 when every invariant held in all of them, else 1.
#include "story.h"
#include <iostream>

namespace {
// Plays one story; what broke, or nothing.
std::string play(const Ea &ea, uint64_t seed, bool tell, Counts &counts) {
  Story story(ea, seed, tell);
  std::string broken;
  try {
    story.run();
  } catch (const Broken &b) {
    broken = b.what;
  }
  counts.add(story.counts);
  return broken;
}

void print(const Counts &c, long violations, bool json) {
  const char *names[] = {"seeds", "requests", "crashes", "restarts", "sent", "filled", "rejected", "unknown", "success", "lost_replies", "late", "partial",
                         "stops_dropped", "duplicates", "withdrawn", "damaged", "file_faults", "offline", "journals_lost",
                         "zeroed", "renumbered", "by_hand"};
  const long *values = &c.seeds;
  std::cout << (json ? "{" : "") << (json ? "\"violations\":" : "violations ") << violations;
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    std::cout << (json ? ",\"" : ", ") << names[i] << (json ? "\":" : " ") << values[i];
  std::cout << (json ? "}" : "") << "\n";
}
} // namespace

int main(int argc, char **argv) {
  long seeds = 2000, only = -1;
  bool tell = false, json = false;
  std::string name = "real";
  for (int i = 1; i < argc; i++) {
    std::string arg = argv[i];
    bool more = i + 1 < argc;
    if (arg == "--seeds" && more) seeds = atol(argv[++i]);
    else if (arg == "--seed" && more) only = atol(argv[++i]);
    else if (arg == "--ea" && more) name = argv[++i];
    else if (arg == "--tell") tell = true;
    else if (arg == "--json") json = true;
    else if (arg == "--list") {
      for (const Ea &ea : AllEas()) std::cout << ea.name << "\n";
      return 0;
    } else {
      std::cerr << "sim [--seeds N] [--seed K] [--ea NAME] [--tell] [--json] [--list]\n";
      return 2;
    }
  }
  const Ea *ea = FindEa(name);
  if (ea == nullptr) {
    std::cerr << "no build named " << name << "\n";
    return 2;
  }
  Counts counts;
  for (long seed = only < 0 ? 1 : only; seed <= (only < 0 ? seeds : only); seed++) {
    std::string broken = play(*ea, (uint64_t)seed, tell, counts);
    if (broken.empty()) continue;
    print(counts, 1, json);
    std::cerr << name << " seed " << seed << ": " << broken << "\n";
    return 1;
  }
  print(counts, 0, json);
  return 0;
}
