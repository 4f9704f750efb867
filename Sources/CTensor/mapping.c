// Files in memory. Whoever looks past the end of a file that was cut short while it was mapped would be ended by the system;
// here zeros take the place of what is gone, page by page.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "mapping.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// Looked through by a signal's handler, which can take no lock: areas are used again, and never freed.
typedef struct area {
  _Atomic uintptr_t start;              // 0: not in use
  _Atomic size_t bytes;
  struct area *next;
} area;
static _Atomic(area *) areas;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction previous;
static uintptr_t page_size;

static bool is_mapped(uintptr_t at) {
  for (area *a = atomic_load(&areas); a; a = a->next) {
    uintptr_t start = atomic_load(&a->start);
    if (start && at >= start && at - start < atomic_load(&a->bytes)) return true;
  }
  return false;
}

static void fill_hole(int signal, siginfo_t *info, void *context) {
  int error = errno;
  uintptr_t at = (uintptr_t)info->si_addr;
  void *page = (void *)(at & ~(page_size - 1));
  if (is_mapped(at) && mmap(page, page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page) {
    errno = error;
    return;
  }
  // None of ours: it goes where it would have gone. The default is that the instruction is tried again and ends the process.
  if (previous.sa_flags & SA_SIGINFO) previous.sa_sigaction(signal, info, context);
  else if (previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN) sigaction(SIGBUS, &previous, 0);
  else previous.sa_handler(signal);
}

static void listen(void) {
  struct sigaction action = {.sa_sigaction = fill_hole, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &previous);
}

// An area that is not in use, or null if there is no memory.
static area *spare(void) {
  for (area *a = atomic_load(&areas); a; a = a->next)
    if (!atomic_load(&a->start)) return a;
  area *a = calloc(1, sizeof *a);
  if (!a) return 0;
  a->next = atomic_load(&areas);
  atomic_store(&areas, a);
  return a;
}

void *sc_mapping_new(int descriptor, size_t bytes, bool shared) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, listen);
  pthread_mutex_lock(&lock);
  area *a = spare();
  void *start = a ? mmap(0, bytes, PROT_READ | PROT_WRITE, shared ? MAP_SHARED : MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
  if (start != MAP_FAILED) {
    atomic_store(&a->bytes, bytes);
    atomic_store(&a->start, (uintptr_t)start);
  }
  pthread_mutex_unlock(&lock);
  return start == MAP_FAILED ? 0 : start;
}

void sc_mapping_free(void *start, size_t bytes) {
  pthread_mutex_lock(&lock);
  for (area *a = atomic_load(&areas); a; a = a->next)
    if (atomic_load(&a->start) == (uintptr_t)start) atomic_store(&a->start, 0);
  munmap(start, bytes);
  pthread_mutex_unlock(&lock);
}

int sc_extend(int descriptor, off_t from, off_t to) {
  int result;
  // Without room for it a write into the memory could fail, long after, where nobody can be told.
  do result = fallocate(descriptor, 0, from, to - from); while (result && errno == EINTR);
  if (result && errno == EOPNOTSUPP) result = ftruncate(descriptor, to);
  return result ? errno : 0;
}
