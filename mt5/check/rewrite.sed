# What g++ cannot take of MQL5, line by line, so that line numbers stay.
s/^#property.*//
s/^#include "\(Bitten[A-Za-z]*\)\.mqh"/#include "\1.h"/
s/^input int/static int/
s/^input long/static long/
s/^\( *\)\([A-Za-z]*\) \(&\{0,1\}\)\([a-z_]*\)\[\]\(;\)/\1MqlArray<\2> \3\4\5/
s/^\( *\)string \([a-z_]*\)\[\], \([a-z_]*\)\[\];/\1MqlArray<string> \2, \3;/
