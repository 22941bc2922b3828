// One MQL5 call: the Terminal is told of it before, and of one that was done after.
#pragma once
#include "terminal.h"

struct Call {
  const char *name;
  explicit Call(const char *n) : name(n) { terminal->point(name); }
  template <class T> T done(T value) { terminal->point(name); return value; }
};
