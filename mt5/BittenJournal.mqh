// The journal of BittenBridge.mq5: an id is in the file before anything is sent for it. Nothing in this file trades.
// What the journal holds of a request; the magic is 0 where it holds none at the bound account.
struct Intent {
   string id;
   long   magic;
   double sl, tp;
};

Intent intents[];
string bound;         // the account whose magics and epochs are remembered
long   highest_epoch; // of the bound account
int    journal;       // the file

void Remember(const string id, const long magic, const double sl, const double tp) {
   int n = ArraySize(intents);
   ArrayResize(intents, n + 1, 1000);
   intents[n].id = id;
   intents[n].magic = magic;
   intents[n].sl = sl;
   intents[n].tp = tp;
}

bool Append(const string line) { return(FileSeek(journal, 0, SEEK_END) && Write(journal, "\n" + line + ",.\n")); }

bool Intend(const Request &r, const long magic) {
   if(!Append("I," + r.id + "," + IntegerToString(magic) + "," + DoubleToString(r.sl, 8) + "," + DoubleToString(r.tp, 8) + "," + r.account)) return(false);
   Remember(r.id, r.account == bound ? magic : 0, r.sl, r.tp);
   return(true);
}

int Known(const string id) {
   for(int i = ArraySize(intents) - 1; i >= 0; i--)
      if(intents[i].id == id) return(i);
   return(-1);
}

// The first that took the magic has it.
int Owner(const long magic) {
   for(int i = 0; magic > 0 && i < ArraySize(intents); i++)
      if(intents[i].magic == magic) return(i);
   return(-1);
}

// Ids hold for every account; magics and epochs for the account they were meant for, and, in lines without one, for all.
bool Recall() {
   string lines[], parts[];
   FileSeek(journal, 0, SEEK_SET);
   string text = ReadAll(journal);
   if(text == "" && FileSize(journal) > 0) return(false);
   ArrayResize(intents, 0);
   highest_epoch = 0;
   bound = Account();
   int n = StringSplit(text, '\n', lines);
   for(int i = 0; i < n; i++) {
      int m = StringSplit(lines[i], ',', parts);
      if(m < 3 || parts[m - 1] != ".") continue;
      bool here = (m != 4 && m != 7) || parts[m - 2] == bound;
      if(parts[0] == "E" && m < 5 && here && StringToInteger(parts[1]) > highest_epoch) highest_epoch = StringToInteger(parts[1]);
      int freed = parts[0] == "N" && m == 3 ? Known(parts[1]) : -1;
      if(freed >= 0) intents[freed].magic = 0;
      if(parts[0] == "I" && (m == 6 || m == 7))
         Remember(parts[1], here ? StringToInteger(parts[2]) : 0, StringToDouble(parts[3]), StringToDouble(parts[4]));
   }
   return(true);
}

// A definite no frees the magic for another attempt, and never the id.
void Free(const string id) {
   int n = Known(id);
   if(n >= 0 && Append("N," + id)) intents[n].magic = 0;
}
