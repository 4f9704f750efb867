#include "lapack.h"
#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  size_t offset;
} functions[] = {
#define F(name, parameters) {#name, offsetof(sc_lapack, name)},
    SC_LAPACK(F)
#undef F
};

/// A function goes where its pointer lies in the table.
static bool find(void *handle, char type, const char *name, sc_lapack *table, size_t offset) {
  char symbol[32];
  snprintf(symbol, sizeof symbol, "LAPACKE_%c%s_work", type, name);
  void *function = dlsym(handle, symbol);
  memcpy((char *)table + offset, &function, sizeof function);
  return function != NULL;
}

static bool fill(void *handle, char type, sc_lapack *table) {
  memset(table, 0, sizeof *table);
  void *threads = dlsym(handle, "openblas_set_num_threads");
  memcpy(&table->setThreads, &threads, sizeof threads);
  (void)dlerror();
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (!find(handle, type, functions[i].name, table, functions[i].offset)) return false;
  return find(
      handle, type, "pstrf", table, type == 'd' ? offsetof(sc_lapack, pstrfDouble) : offsetof(sc_lapack, pstrfFloat));
}

bool sc_lapack_open(const char *library, sc_lapack *forFloat, sc_lapack *forDouble, const char **why) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  bool found = handle && fill(handle, 's', forFloat) && fill(handle, 'd', forDouble);
  *why = found ? NULL : dlerror();
  return found;
}
