// The files of MQL5/Files, in memory: what was not flushed before a crash is not in them.
#pragma once
#include "terminal.h"

struct MemoryFiles : Files {
  std::map<std::string, std::string> all;
  bool exists(const std::string &path) override { return all.count(path) > 0; }
  bool load(const std::string &path, std::string &text) override {
    if (!exists(path)) return false;
    text = all[path];
    return true;
  }
  bool create(const std::string &path) override { all[path] = ""; return true; }
  bool append(const std::string &path, const std::string &text) override { all[path] += text; return true; }
  bool remove(const std::string &path) override { return all.erase(path) > 0; }
  bool move(const std::string &from, const std::string &to, bool rewrite) override {
    if (!exists(from) || (exists(to) && !rewrite)) return false;
    all[to] = all[from];
    all.erase(from);
    return true;
  }
  std::vector<std::string> list(const std::string &folder) override {
    std::vector<std::string> names;
    for (auto it = all.lower_bound(folder + "/"); it != all.end() && it->first.compare(0, folder.size() + 1, folder + "/") == 0; ++it)
      names.push_back(it->first.substr(folder.size() + 1));
    return names;
  }
};
