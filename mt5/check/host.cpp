// One terminal with the Expert Advisor, as a process: real files, real time, a broker that fills.
//   host FILES_FOLDER BROKER_FILE [SETTLE_SECONDS]
// The broker's deals are kept in BROKER_FILE and outlive the process. Lines on standard input: "die", which is
// answered by "dies", ends the process right after the next entry was executed, before its answer; "offline",
// "online", "quit".
//   host --meanings     prints what the Expert Advisor makes of every return code
#include "terminal.h"
#include <chrono>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {
struct DiskFiles : Files {
  fs::path root;
  bool exists(const std::string &path) override { return fs::is_regular_file(root / path); }
  bool load(const std::string &path, std::string &text) override {
    std::ifstream in(root / path, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    text = all.str();
    return in.good() || in.eof();
  }
  bool create(const std::string &path) override { return std::ofstream(root / path, std::ios::binary | std::ios::trunc).good(); }
  bool append(const std::string &path, const std::string &text) override {
    std::ofstream out(root / path, std::ios::binary | std::ios::app);
    out << text;
    out.flush();
    return out.good();
  }
  bool remove(const std::string &path) override {
    std::error_code failed;
    return fs::remove(root / path, failed);
  }
  bool move(const std::string &from, const std::string &to, bool rewrite) override {
    std::error_code failed;
    if (!rewrite && fs::exists(root / to)) return false;
    fs::rename(root / from, root / to, failed);
    return !failed;
  }
  std::vector<std::string> list(const std::string &folder) override {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto &one : fs::directory_iterator(root / folder, failed)) names.push_back(one.path().filename().string());
    return names;
  }
  void folder(const std::string &path) override { fs::create_directories(root / path); }
};

class Desk : public Terminal {
  DiskFiles disk;
  std::string book;

public:
  bool dies = false;

  Desk(const std::string &folder, const std::string &book_file) : book(book_file) {
    disk.root = folder;
    std::ifstream in(book);
    BookDeal d;
    double sl, tp;
    while (in >> d.ticket >> d.order >> d.position >> d.magic >> d.symbol >> d.comment >> d.in >> d.buy >> d.volume >> d.price >> d.at >> sl >> tp) {
      replay(d, sl, tp);
      next_ticket = std::max(next_ticket, d.ticket + 1);
    }
  }

  Files &files() override { return disk; }
  long now_ms() override {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  }
  void wait(long ms) override { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }
  void log(const std::string &line) override { fprintf(stderr, "%s\n", line.c_str()); }
  void sent(const MqlTradeRequest &r, const Fate &) override { entry = r.action == TRADE_ACTION_DEAL && r.position == 0; }

  void point(const char *) override {
    keep();
    if (dies && entry && !deals.empty() && deals.back().in && deals.size() > at_order) _exit(7);
  }

  // To be called before the program looks for requests.
  void begin() {
    at_order = deals.size();
    entry = false;
  }

private:
  bool entry = false;
  size_t at_order = 0, kept = 0;

  void replay(const BookDeal &d, double sl, double tp) {
    deals.push_back(d);
    kept = deals.size();
    orders_seen.insert((ulong)d.magic);
    if (d.in) positions.push_back({d.position, d.magic, d.symbol, d.comment, d.buy, d.volume, d.price, sl, tp, d.at, d.position});
    BookPosition *p = d.in ? nullptr : position(d.position);
    if (p != nullptr && (p->volume -= d.volume) < 0.000001) positions.erase(positions.begin() + (p - positions.data()));
  }

  void keep() {
    if (kept == deals.size()) return;
    std::ofstream out(book, std::ios::app);
    for (; kept < deals.size(); kept++) {
      const BookDeal &d = deals[kept];
      BookPosition *p = position(d.position);
      out << d.ticket << ' ' << d.order << ' ' << d.position << ' ' << d.magic << ' ' << d.symbol << ' ' << d.comment << ' ' << d.in << ' ' << d.buy
          << ' ' << d.volume << ' ' << d.price << ' ' << d.at << ' ' << (p ? p->sl : 0) << ' ' << (p ? p->tp : 0) << std::endl;
    }
  }
};

bool obey(Desk &desk) {
  struct pollfd input = {0, POLLIN, 0};
  if (poll(&input, 1, 0) <= 0) return true;
  char line[100];
  if (fgets(line, sizeof line, stdin) == nullptr) return false;
  std::string word(line);
  if (word == "die\n") {
    desk.dies = true;
    // Whoever asked may go on: from here on no request is taken without it.
    printf("dies\n");
    fflush(stdout);
  }
  if (word == "offline\n") desk.connected = false;
  if (word == "online\n") desk.connected = true;
  return word != "quit\n";
}
} // namespace

int main(int argc, char **argv) {
  const Ea *ea = FindEa("real");
  if (argc == 2 && std::string(argv[1]) == "--meanings") {
    for (int code = 0; code < 20000; code++)
      if (code == 0 || code >= 9990) printf("%d %d\n", code, ea->meaning(code));
    return 0;
  }
  if (argc < 3) return 2;
  setvbuf(stdin, nullptr, _IONBF, 0);
  Desk desk(argv[1], argv[2]);
  terminal = &desk;
  *ea->settle_seconds = argc > 3 ? atoi(argv[3]) : 0;
  if (ea->init() != INIT_SUCCEEDED) return 3;
  printf("ready\n");
  fflush(stdout);
  while (obey(desk)) {
    desk.begin();
    ea->timer();
    desk.wait(20);
  }
  ea->deinit(1);
  return 0;
}
