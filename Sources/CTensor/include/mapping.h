// Files in memory.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

// The first `bytes` of an open file, to read and to write; what is written reaches the file if it is shared. Null: errno
// says why. `bytes` is the same when it is let go.
void *_Nullable sc_mapping_new(int descriptor, size_t bytes, bool shared);
void sc_mapping_free(void *start, size_t bytes);

// Makes a file longer, with room on the disk where the file system can promise that: 0, or what errno says.
int sc_extend(int descriptor, off_t from, off_t to);

#pragma clang assume_nonnull end
