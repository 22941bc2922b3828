// The MQL5 calls on files. What is not flushed is not in Files yet.
#include "terminal_call.h"
#include <algorithm>

namespace {
std::string slashed(const string &path) {
  std::string text = path.str();
  std::replace(text.begin(), text.end(), '\\', '/');
  return text;
}

void flush(OpenFile &file, bool &whole) {
  std::string text = file.unflushed;
  file.unflushed.clear();
  whole = text.empty() || terminal->files().append(file.path, text);
}
} // namespace

int FileOpen(string name, int flags) {
  Call call("FileOpen");
  std::string path = slashed(name);
  bool writes = (flags & FILE_WRITE) != 0, reads = (flags & FILE_READ) != 0;
  for (auto &open : terminal->handles)
    if (open.second.path == path && (open.second.writes || writes)) return INVALID_HANDLE;
  if (terminal->fails("FileOpen")) return INVALID_HANDLE;
  bool there = terminal->files().exists(path);
  if (!writes && !there) return INVALID_HANDLE;
  if (writes && (!reads || !there) && !terminal->files().create(path)) return INVALID_HANDLE;
  int handle = terminal->next_handle++;
  terminal->handles[handle] = {path, "", writes};
  return call.done(handle);
}

void FileClose(int handle) {
  Call call("FileClose");
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end()) return;
  bool whole;
  flush(found->second, whole);
  terminal->handles.erase(found);
}

void FileFlush(int handle) {
  Call call("FileFlush");
  auto found = terminal->handles.find(handle);
  bool whole = true;
  if (found != terminal->handles.end()) flush(found->second, whole);
  terminal->point("FileFlush");
}

ulong FileSize(int handle) {
  auto found = terminal->handles.find(handle);
  std::string text;
  if (found != terminal->handles.end()) terminal->files().load(found->second.path, text);
  return text.size();
}

bool FileSeek(int handle, long, ENUM_FILE_POSITION) { return terminal->handles.count(handle) > 0; }

uint FileReadArray(int handle, MqlArray<uchar> &array, int, int) {
  Call call("FileReadArray");
  std::string text;
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end() || !terminal->files().load(found->second.path, text)) return 0;
  array.all().assign(text.begin(), text.end());
  return (uint)text.size();
}

uint FileWriteArray(int handle, const MqlArray<uchar> &array, int, int count) {
  Call call("FileWriteArray");
  auto found = terminal->handles.find(handle);
  if (found == terminal->handles.end() || !found->second.writes) return 0;
  size_t n = terminal->fails("FileWriteArray") ? (size_t)count / 2 : (size_t)count;
  found->second.unflushed.append(array.all().begin(), array.all().begin() + (long)n);
  return call.done((uint)n);
}

bool FileIsExist(const string name, int) {
  terminal->point("FileIsExist");
  return terminal->files().exists(slashed(name));
}

bool FileDelete(const string name, int) {
  Call call("FileDelete");
  return !terminal->fails("FileDelete") && call.done(terminal->files().remove(slashed(name)));
}

bool FileMove(const string source, int, const string target, int mode) {
  Call call("FileMove");
  return !terminal->fails("FileMove") && call.done(terminal->files().move(slashed(source), slashed(target), (mode & FILE_REWRITE) != 0));
}

bool FolderCreate(string name, int) { terminal->files().folder(slashed(name)); return true; }

// Filters of one folder: a beginning, a star, an end.
long FileFindFirst(const string filter, string &name, int) {
  Call call("FileFindFirst");
  std::string path = slashed(filter);
  size_t slash = path.rfind('/'), star = path.rfind('*');
  std::string begin = path.substr(slash + 1, star - slash - 1), end = path.substr(star + 1);
  std::vector<std::string> found;
  for (const std::string &one : terminal->files().list(path.substr(0, slash)))
    if (one.size() >= begin.size() + end.size() && one.compare(0, begin.size(), begin) == 0
        && one.compare(one.size() - end.size(), end.size(), end) == 0) found.push_back(one);
  if (found.empty()) return INVALID_HANDLE;
  std::reverse(found.begin(), found.end());
  long search = terminal->next_search++;
  terminal->searches[search] = found;
  FileFindNext(search, name);
  return search;
}

bool FileFindNext(long search, string &name) {
  std::vector<std::string> &left = terminal->searches[search];
  if (left.empty()) return false;
  name = string(left.back());
  left.pop_back();
  return true;
}

void FileFindClose(long search) { terminal->searches.erase(search); }
